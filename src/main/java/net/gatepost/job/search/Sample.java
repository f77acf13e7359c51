package net.gatepost.job.search;

import java.util.UUID;

/**
 * One listing in sixteen, drawn by its id, so that it is always the same ones. Where a search finds more than anybody reads,
 * they are counted in the place of all, and each stands for sixteen.
 */
public final class Sample {

    /** How many listings one of the sample stands for. */
    static final int EACH = 16;

    /** What a listing of the sample has in {@link ListingFields#SAMPLE}. */
    public static final String TAKEN = "taken";

    private Sample() {}

    public static boolean has(UUID listing) {
        return Math.floorMod(listing.hashCode(), EACH) == 0;
    }

    /** How many there are about, where the sample has so many: two digits, as it can't tell more. */
    static long about(long counted) {
        long estimate = counted * EACH;
        long step = 1;
        while (estimate / step >= 100) {
            step *= 10;
        }
        return Math.round((double) estimate / step) * step;
    }
}
