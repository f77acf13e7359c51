package net.gatepost.keys;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.gatepost.command.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Tells whether a site is running with the keys of the data folder: each that does holds a shared lock on a file beside them,
 * which the system takes back from a process that was killed.
 */
@Component
class KeysInUse {

    private final Path file;
    private final @Nullable FileChannel held;

    KeysInUse(@Value("${gatepost.data}") Path data, Environment environment) throws IOException {
        this.file = data.resolve("keys").resolve("in-use.lock");
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.held = environment.acceptsProfiles(Profiles.of("!" + Commands.PROFILE)) ? hold() : null;
    }

    private FileChannel hold() throws IOException {
        var channel = open();
        channel.lock(0, Long.MAX_VALUE, true);
        return channel;
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    boolean byNobodyElse() {
        try (var channel = open();
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException thisVeryProcess) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException("whether the keys are in use could not be told by " + file, failure);
        }
    }

    @PreDestroy
    void release() throws IOException {
        if (held != null) {
            held.close();
        }
    }
}
