package net.gatepost.candidate.resume.reader;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Takes out of a picture what it tells beside the picture: where and when it was taken, with which camera, by whom. Other
 * kinds of picture than JPEG and PNG are left as they are.
 */
final class Pictures {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> TOLD_IN_PNG = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");
    private static final int CHUNK_FRAME = 12;

    private Pictures() {}

    static byte[] clean(byte[] picture) throws ResumeRefused {
        if (picture.length > 3 && (picture[0] & 0xFF) == 0xFF && (picture[1] & 0xFF) == 0xD8) {
            return jpeg(picture);
        }
        if (picture.length > PNG.length
                && ByteBuffer.wrap(picture, 0, PNG.length).equals(ByteBuffer.wrap(PNG))) {
            return png(picture);
        }
        return picture;
    }

    /** Segments stand one after the other, each with its length, until the picture itself begins. */
    private static byte[] jpeg(byte[] picture) throws ResumeRefused {
        var out = new ByteArrayOutputStream(picture.length);
        out.write(picture, 0, 2);
        int at = 2;
        while (at + 4 <= picture.length) {
            int marker = picture[at + 1] & 0xFF;
            if ((picture[at] & 0xFF) != 0xFF) {
                throw new ResumeRefused(Refusal.DAMAGED);
            }
            if (marker == 0xDA) {
                out.write(picture, at, picture.length - at);
                return out.toByteArray();
            }
            if (marker == 0xFF || marker == 0x01 || marker >= 0xD0 && marker <= 0xD7) {
                out.write(picture[at]);
                at += 1;
                if (marker != 0xFF) {
                    out.write(picture[at]);
                    at += 1;
                }
                continue;
            }
            int length = 2 + ((picture[at + 2] & 0xFF) << 8 | picture[at + 3] & 0xFF);
            if (length < 4 || at + length > picture.length) {
                throw new ResumeRefused(Refusal.DAMAGED);
            }
            if (!tellsMore(marker)) {
                out.write(picture, at, length);
            }
            at += length;
        }
        throw new ResumeRefused(Refusal.DAMAGED);
    }

    /** Application segments and comments, but for those that say how colours are meant: JFIF, ICC and Adobe's. */
    private static boolean tellsMore(int marker) {
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        return application && marker != 0xE0 && marker != 0xE2 && marker != 0xEE || marker == 0xFE;
    }

    private static byte[] png(byte[] picture) throws ResumeRefused {
        var out = new ByteArrayOutputStream(picture.length);
        out.write(picture, 0, PNG.length);
        int at = PNG.length;
        while (at + CHUNK_FRAME <= picture.length) {
            long length = CHUNK_FRAME + (ByteBuffer.wrap(picture, at, 4).getInt() & 0xFFFFFFFFL);
            String type = new String(picture, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (at + length > picture.length) {
                throw new ResumeRefused(Refusal.DAMAGED);
            }
            if (!TOLD_IN_PNG.contains(type)) {
                out.write(picture, at, (int) length);
            }
            at += (int) length;
            if (type.equals("IEND")) {
                return out.toByteArray();
            }
        }
        throw new ResumeRefused(Refusal.DAMAGED);
    }
}
