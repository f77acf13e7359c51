package net.gatepost.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("journey")
class StoppedSiteTest {

    private static final int READERS = 4;

    @TempDir
    Path data;

    @Test
    void aSiteThatIsToldToEndAnswersWhatItHasBegunAndClosesItsDatabaseLast() throws Exception {
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        try (var site = Site.ofClasses(data, KillRounds.options(null))) {
            site.start();
            var read = new CountDownLatch(5 * READERS);
            var readers = Stream.generate(() -> reader(site, read, failures))
                    .limit(READERS)
                    .toList();
            readers.forEach(Thread::start);
            assertThat(read.await(1, TimeUnit.MINUTES)).as("pages are read").isTrue();

            assertThat(site.stop()).as("ended by itself").isTrue();

            for (Thread reader : readers) {
                reader.join();
            }
        }
        assertThat(failures).isEmpty();
        assertThat(Files.readString(data.resolve("console.log")))
                .doesNotContain("Database is already closed", "exclusive mode", " ERROR ");
    }

    /** Reads pages that are not kept, until nobody is there any more. */
    private static Thread reader(Site site, CountDownLatch read, Queue<String> failures) {
        return new Thread(() -> {
            try {
                while (true) {
                    new Visitor(site.address()).page("/jobs?q=" + UUID.randomUUID());
                    read.countDown();
                }
            } catch (IOException ended) {
                // As it should be.
            } catch (IllegalStateException | InterruptedException failure) {
                failures.add(String.valueOf(failure.getMessage()));
            }
        });
    }
}
