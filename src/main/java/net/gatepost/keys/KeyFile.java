package net.gatepost.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** A secret in a file of the data folder: made at the first start, readable by its owner alone. */
public final class KeyFile {

    private static final int LONGEST = 100_000;

    private KeyFile() {}

    /** What the file holds; written first, if there is no file yet. */
    public static byte[] kept(Path file, Supplier<byte[]> fresh) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent(), permissions("rwx------"));
            var access = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            // The lock keeps two processes that start at once on a new folder from making two keys.
            try (var channel = FileChannel.open(file, access, permissions("rw-------"));
                    var unused = channel.lock()) {
                if (channel.size() == 0) {
                    writeAll(channel, ByteBuffer.wrap(fresh.get()));
                }
                return readAll(channel);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("a key can't be kept in " + file, failure);
        }
    }

    /** Puts other bytes in the place of those it holds, at once or not at all: a crash in the middle leaves the old ones. */
    static void replace(Path file, byte[] bytes) {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            var access = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(beside, access, permissions("rw-------"))) {
                writeAll(channel, ByteBuffer.wrap(bytes));
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("a key can't be kept in " + file, failure);
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
        channel.force(true);
    }

    private static byte[] readAll(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate((int) Math.min(channel.size(), LONGEST));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // until it is full
        }
        return bytes.array();
    }

    private static FileAttribute<?>[] permissions(String posix) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : new FileAttribute<?>[0];
    }
}
