package net.gatepost.candidate.resume.reader;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the reading process says on its standard output, and how the other side understands it. */
public final class Answer {

    private static final int BEGINS = 0x47505231;

    private Answer() {}

    static void write(CleanResume resume, DataOutputStream out) throws IOException {
        out.writeInt(BEGINS);
        out.writeUTF("");
        out.writeUTF(resume.type().name());
        write(resume.bytes(), out);
        write(resume.text().getBytes(StandardCharsets.UTF_8), out);
        write(resume.rest().getBytes(StandardCharsets.UTF_8), out);
    }

    static void write(Refusal refusal, DataOutputStream out) throws IOException {
        out.writeInt(BEGINS);
        out.writeUTF(refusal.name());
    }

    /**
     * Believes nothing: the other side has opened a stranger's file.
     *
     * @throws EOFException if it ended before it had said all
     */
    public static CleanResume read(DataInputStream in) throws IOException, ResumeRefused {
        if (in.readInt() != BEGINS) {
            throw new IOException("the reading process said something else");
        }
        String refusal = in.readUTF();
        if (!refusal.isEmpty()) {
            throw new ResumeRefused(Refusal.valueOf(refusal));
        }
        var type = ResumeType.valueOf(in.readUTF());
        return new CleanResume(type, bytes(in, Limits.MOST_BYTES), text(in), text(in));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in, 4 * Limits.MOST_CHARACTERS), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("the reading process said too much");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
