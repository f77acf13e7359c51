package net.gatepost.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells on the console how far the seeding has come, from time to time. */
final class Progress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final PrintStream console = System.out;
    private final Clock clock;
    private final Instant started;
    private Instant lastLine;

    Progress(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
        this.lastLine = started;
    }

    void listings(long done, long of) {
        line("Demo: %,d of %,d listings are stored ...", done, of);
    }

    void candidates(long done, long of) {
        line("Demo: %,d of %,d candidates are stored ...", done, of);
    }

    private void line(String words, long done, long of) {
        var now = clock.instant();
        if (Duration.between(lastLine, now).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = now;
            console.println(String.format(Locale.US, words, done, of));
        }
    }

    void finished(long listings, int employers, long candidates) {
        double seconds = Duration.between(started, clock.instant()).toMillis() / 1000.0;
        console.println(String.format(
                Locale.US,
                "Demo: %,d listings of %d employers and %,d candidates were made up in %.1f s",
                listings,
                employers,
                candidates,
                seconds));
    }

    void leftAlone() {
        console.println("There are accounts here that are not the demo's: no demo data is added to them.");
    }
}
