package net.gatepost.candidate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A place where somebody would work.
 *
 * @param placeId as the gazetteer knows it
 * @param label as the gazetteer named it then, so that it reads well under a later gazetteer too
 */
@Embeddable
public record WantedPlace(
        @Column(nullable = false) String placeId,
        @Column(nullable = false) String label) {

    /** Withheld, as all of a profile is. */
    @Override
    public String toString() {
        return "WantedPlace[withheld]";
    }
}
