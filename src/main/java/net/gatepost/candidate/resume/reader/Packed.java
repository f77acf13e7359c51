package net.gatepost.candidate.resume.reader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Unpacks a ZIP without ever holding more than may be, and packs it anew. */
final class Packed {

    private static final byte[] END = {'P', 'K', 5, 6};
    /** The end record without and with the longest comment. */
    private static final int END_LENGTH = 22;

    private static final int END_REACH = END_LENGTH + 65_535;

    private Packed() {}

    /** Its files by name, in order. */
    static Map<String, byte[]> unpack(byte[] zip) throws ResumeRefused, IOException {
        if (!hasEnd(zip)) {
            throw new ResumeRefused(Refusal.DAMAGED);
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        Set<String> names = new TreeSet<>();
        long left = Limits.MOST_UNPACKED;
        int entries = 0;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > Limits.MOST_ENTRIES) {
                    throw new ResumeRefused(Refusal.TOO_COMPLEX);
                }
                String name = entry.getName();
                // Two files of one name: what is looked at here and what Word opens might not be the same.
                if (isAstray(name) || !names.add(name.toLowerCase(Locale.ROOT))) {
                    throw new ResumeRefused(Refusal.DAMAGED);
                }
                if (!entry.isDirectory()) {
                    byte[] file = unpack(in, left);
                    in.closeEntry();
                    ensurePlausible(entry, file.length);
                    left -= file.length;
                    files.put(name, file);
                }
            }
        } catch (IllegalArgumentException badName) {
            throw new ResumeRefused(Refusal.DAMAGED);
        }
        return files;
    }

    private static byte[] unpack(ZipInputStream in, long left) throws ResumeRefused, IOException {
        byte[] file = in.readNBytes((int) left + 1);
        if (file.length > left) {
            throw new ResumeRefused(Refusal.TOO_COMPLEX);
        }
        return file;
    }

    private static void ensurePlausible(ZipEntry entry, long unpacked) throws ResumeRefused {
        long packed = Math.max(1, entry.getCompressedSize());
        if (unpacked > Limits.SMALL && unpacked / packed > Limits.MOST_RATIO) {
            throw new ResumeRefused(Refusal.TOO_COMPLEX);
        }
    }

    static byte[] pack(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0); // when it was written is nobody's business
                out.putNextEntry(entry);
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A file that was cut off lacks the record at its end. */
    private static boolean hasEnd(byte[] zip) {
        for (int at = zip.length - END_LENGTH; at >= 0 && at >= zip.length - END_REACH; at--) {
            if (zip[at] == END[0] && zip[at + 1] == END[1] && zip[at + 2] == END[2] && zip[at + 3] == END[3]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAstray(String name) {
        return name.isEmpty() || name.startsWith("/") || name.contains("\\") || name.contains("..");
    }
}
