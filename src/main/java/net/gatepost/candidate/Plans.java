package net.gatepost.candidate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and from when somebody would work.
 *
 * @param places at most {@value #MOST_PLACES}
 */
public record Plans(
        List<WantedPlace> places,
        @Nullable Relocation relocation,
        @Nullable Availability availability) {

    public static final int MOST_PLACES = 10;

    static final Plans NONE = new Plans(List.of(), null, null);

    public Plans {
        places = List.copyOf(places);
        if (places.size() > MOST_PLACES) {
            throw new IllegalArgumentException("More than " + MOST_PLACES + " places");
        }
    }

    /** Withheld, as all of a profile is. */
    @Override
    public String toString() {
        return "Plans[withheld]";
    }
}
