package net.gatepost.mailinglist;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber wants of the list.
 *
 * @param place near which; null for anywhere
 * @param level the clearance that jobs should ask for, as the catalogue codes it; null for any. It says what is wanted, not
 *     what is held: the list never asks that
 */
public record Wishes(
        Set<Topic> topics,
        Often briefings,
        @Nullable Near place,
        @Nullable String level) {

    public Wishes {
        topics = Set.copyOf(topics);
    }

    /** A place by its label, with where it lies. */
    public record Near(String label, double latitude, double longitude) {}

    public @Nullable String placeLabel() {
        return place == null ? null : place.label();
    }

    @Override
    public String toString() {
        return "Wishes[" + topics + "]";
    }
}
