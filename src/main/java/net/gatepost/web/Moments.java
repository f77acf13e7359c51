package net.gatepost.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as people read it: to the minute, with its time zone. */
public final class Moments {

    private static final DateTimeFormatter TOLD = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Moments() {}

    public static String told(Instant moment) {
        return TOLD.format(moment);
    }
}
