package net.gatepost.clearance;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a page needs to draw a clearance as upright posts with its name beside them, so that it reads without colour.
 *
 * @param filled posts that are filled, from the left
 * @param ladder posts in all; 0 where there is nothing to draw (no clearance needed, or a level that isn't known): ask
 *     {@link #isDrawn()} first
 * @param sci whether a dot for SCI stands beside the posts
 * @param clearance whether it is a clearance; a check or a finding of suitability is drawn hollow
 * @param label "Top Secret, SCI"
 * @param shortLabel "TS/SCI"
 */
public record ClearanceBadge(int filled, int ladder, boolean sci, boolean clearance, String label, String shortLabel) {

    public boolean isDrawn() {
        return ladder > 0;
    }

    /** One entry for each post from the left: whether it is filled. */
    public List<Boolean> posts() {
        return IntStream.range(0, ladder).mapToObj(post -> post < filled).toList();
    }
}
