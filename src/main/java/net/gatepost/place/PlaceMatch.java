package net.gatepost.place;

import java.util.List;
import java.util.Optional;

/** What the gazetteer makes of a place as somebody typed it. */
public sealed interface PlaceMatch {

    /** One place is meant: the only one of that name, or by far the largest. */
    record Exact(Place place) implements PlaceMatch {}

    /** Several may be meant: two to ten, the likeliest first. */
    record Ambiguous(List<Place> candidates) implements PlaceMatch {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** The gazetteer knows no such place. */
    record None() implements PlaceMatch {}

    /** The place, if exactly one is meant. */
    default Optional<Place> exact() {
        return this instanceof Exact exact ? Optional.of(exact.place()) : Optional.empty();
    }

    /** Every place that may be meant, the likeliest first; empty if there is none. */
    default List<Place> candidates() {
        if (this instanceof Exact exact) {
            return List.of(exact.place());
        }
        return this instanceof Ambiguous ambiguous ? ambiguous.candidates : List.of();
    }
}
