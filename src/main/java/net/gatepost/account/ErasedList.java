package net.gatepost.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who was erased, outside the database: a restored one holds them again. A line for each, with the id that the account had and
 * nothing else, which means nobody any more.
 */
@Component
class ErasedList {

    private final Path file;

    ErasedList(@Value("${gatepost.erased}") Path file) {
        this.file = file;
    }

    /** On disk when this returns. Twice does no harm. */
    void add(UUID accountId) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                var line = ByteBuffer.wrap((accountId + "\n").getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(true);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("who was erased can't be noted in " + file, failure);
        }
    }

    /** @throws IllegalStateException if a line is no id: better no erasure than a wrong one */
    Set<UUID> all() {
        if (Files.notExists(file)) {
            return Set.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(UUID::fromString)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(file + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public String toString() {
        return file.toAbsolutePath().normalize().toString();
    }
}
