package net.gatepost.briefing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a briefing rests on.
 *
 * @param name of who published it; empty where there is none
 * @param url where it stands, https or http; empty where it stands nowhere
 * @param date on which it came out there
 */
public record Source(String name, String url, @Nullable LocalDate date) {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_URL = 2_000;

    public static final Source NONE = new Source("", "", null);

    public boolean isNamed() {
        return !name.isEmpty();
    }
}
