package net.gatepost.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("journey")
class StoppedSiteTest {

    @TempDir
    Path data;

    @Test
    void aSiteThatIsToldToEndAnswersWhatItHasBegunAndClosesItsDatabaseLast() throws Exception {
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        try (var site = Site.ofClasses(data, KillRounds.options(null))) {
            site.start();
            var readers = Stream.generate(() -> reader(site, failures)).limit(4).toList();
            readers.forEach(Thread::start);
            Thread.sleep(1_000);

            site.stop();

            for (Thread reader : readers) {
                reader.join();
            }
        }
        assertThat(failures).isEmpty();
        assertThat(Files.readString(data.resolve("console.log")))
                .doesNotContain("Database is already closed", "exclusive mode", " ERROR ");
    }

    /** Reads pages that are not kept, until nobody is there any more. */
    private static Thread reader(Site site, Queue<String> failures) {
        return new Thread(() -> {
            try {
                while (true) {
                    new Visitor(site.address()).page("/jobs?q=" + UUID.randomUUID());
                }
            } catch (IOException ended) {
                // As it should be.
            } catch (IllegalStateException | InterruptedException failure) {
                failures.add(String.valueOf(failure.getMessage()));
            }
        });
    }
}
