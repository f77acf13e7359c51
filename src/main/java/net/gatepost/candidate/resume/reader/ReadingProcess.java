package net.gatepost.candidate.resume.reader;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * The process in which a file is read: the file on its standard input, the {@link Answer} on its standard output. Ends by
 * itself when its time is over, should nobody be left to kill it.
 */
public final class ReadingProcess {

    private static final int TOO_LATE = 4;

    private ReadingProcess() {}

    /** @param arguments how long it may take, in milliseconds */
    public static void main(String[] arguments) throws IOException {
        endAfter(Duration.ofMillis(Long.parseLong(arguments[0])));
        // Whatever a library prints must not be taken for the answer.
        System.setOut(System.err);
        FontMappers.set(new PlainFonts());
        byte[] file = System.in.readAllBytes();
        try (var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            try {
                Answer.write(ResumeReader.read(file), out);
            } catch (ResumeRefused refused) {
                Answer.write(refused.reason(), out);
            }
        }
    }

    private static void endAfter(Duration limit) {
        var watch = new Thread(() -> {
            try {
                Thread.sleep(limit.toMillis());
            } catch (InterruptedException nobodyDoes) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(TOO_LATE);
        });
        watch.setDaemon(true);
        watch.start();
    }
}
