package net.gatepost.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What nothing on this site waits beyond, neither work nor a limit. A moment that lies further ahead was written while the clock of a machine
 * ran ahead, and what waits for it is due.
 */
public final class LongestPause {

    private static final Duration LENGTH = Duration.ofDays(2);

    private LongestPause() {}

    public static Instant after(Instant now) {
        return now.plus(LENGTH);
    }

    public static LocalDate after(LocalDate today) {
        return today.plusDays(LENGTH.toDays());
    }
}
