package net.gatepost.briefing.image;

import java.time.Instant;

/**
 * What is known of a picture without looking at it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param alternative what it shows, in words
 * @param credit whose it is; empty for nobody's
 * @param changedAt names the picture in its address, so that a new one is never mistaken for the old
 */
public record ImageFacts(int width, int height, String alternative, String credit, Instant changedAt) {

    public static final int LONGEST_ALTERNATIVE = 300;
    public static final int LONGEST_CREDIT = 200;

    /** What an address adds, for a picture to be another one once it was changed. */
    public String mark() {
        return Long.toString(changedAt.toEpochMilli(), Character.MAX_RADIX);
    }
}
