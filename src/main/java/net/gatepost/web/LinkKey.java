package net.gatepost.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that links in mails are signed with: {@code gatepost.keys.links} (Base64, 32 bytes or more), which several
 * machines must share, else {@code keys/links.key} in the data folder, made at the first start and readable by its owner
 * alone. It belongs in the backup: without it no link in a mail already sent lets anybody leave.
 */
@Component
class LinkKey {

    private static final int LENGTH = 32;

    private final byte[] secret;

    LinkKey(@Value("${gatepost.keys.links:}") String configured, @Value("${gatepost.data}") Path data) {
        this.secret = configured.isBlank() ? kept(data.resolve("keys").resolve("links.key")) : decoded(configured);
    }

    SecretKey forAlgorithm(String algorithm) {
        return new SecretKeySpec(secret, algorithm);
    }

    private static byte[] decoded(String configured) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(configured.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("gatepost.keys.links must be Base64", notBase64);
        }
        if (decoded.length < LENGTH) {
            throw new IllegalArgumentException("gatepost.keys.links must hold at least " + LENGTH + " bytes");
        }
        return decoded;
    }

    private static byte[] kept(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent(), permissions("rwx------"));
            var access = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            // The lock keeps two processes that start at once on a new folder from making two keys.
            try (var channel = FileChannel.open(file, access, permissions("rw-------"));
                    var unused = channel.lock()) {
                if (channel.size() == 0) {
                    byte[] fresh = new byte[LENGTH];
                    new SecureRandom().nextBytes(fresh);
                    channel.write(ByteBuffer.wrap(fresh), 0);
                    channel.force(true);
                }
                var read = ByteBuffer.allocate(LENGTH);
                if (channel.size() != LENGTH || channel.read(read, 0) != LENGTH) {
                    throw new IllegalStateException(file
                            + " is damaged: restore it from the backup, or delete it to end all links in old mails");
                }
                return read.array();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the key for links in mails can't be kept in " + file, failure);
        }
    }

    private static FileAttribute<?>[] permissions(String posix) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : new FileAttribute<?>[0];
    }
}
