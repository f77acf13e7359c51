package net.gatepost.briefing;

import java.net.URI;
import java.net.URISyntaxException;
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

    /** Whether it can be a link to a page: nothing here asks for what stands there. */
    public static boolean isAddress(String typed) {
        try {
            var uri = new URI(typed);
            return typed.length() <= LONGEST_URL
                    && uri.getScheme() != null
                    && uri.getScheme().matches("(?i)https?")
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException nonsense) {
            return false;
        }
    }

    public boolean isNamed() {
        return !name.isEmpty();
    }
}
