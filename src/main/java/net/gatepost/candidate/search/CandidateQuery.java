package net.gatepost.candidate.search;

import java.util.Locale;
import net.gatepost.candidate.Availability;
import net.gatepost.candidate.Relocation;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;
import org.jspecify.annotations.Nullable;

/**
 * Whom a recruiter looks for. A null leaves that filter out.
 *
 * @param text cleaned; empty for any
 * @param holds at least this level, with these accesses
 * @param inUse only where that clearance is in use now; needs {@code holds}
 * @param polygraph that answers this one, sat for that very clearance; needs {@code holds}
 * @param near would work within the circle
 * @param availability could start then or earlier
 * @param relocation would move as far as that, or farther
 * @param page from 1, at most {@link #MOST_PAGES}
 */
public record CandidateQuery(
        String text,
        @Nullable RequirementKey holds,
        boolean inUse,
        PolygraphRequirement polygraph,
        @Nullable Circle near,
        @Nullable Availability availability,
        @Nullable Relocation relocation,
        int page) {

    public static final int PAGE_SIZE = 20;
    public static final int MOST_PAGES = 50;

    /** Everybody who can be found. */
    public static final CandidateQuery EVERYBODY =
            new CandidateQuery("", null, false, PolygraphRequirement.NONE, null, null, null, 1);

    /** Degrees north and east, and the radius in miles. */
    public record Circle(double latitude, double longitude, int miles) {}

    public CandidateQuery {
        if (page < 1 || page > MOST_PAGES) {
            throw new IllegalArgumentException("no such page: " + page);
        }
    }

    public CandidateQuery withText(String words) {
        return new CandidateQuery(words, holds, inUse, polygraph, near, availability, relocation, page);
    }

    /** @param asked sat for the clearance; {@code NONE} for any */
    public CandidateQuery holding(@Nullable RequirementKey level, boolean now, PolygraphRequirement asked) {
        return new CandidateQuery(text, level, now, asked, near, availability, relocation, page);
    }

    public CandidateQuery near(@Nullable Circle circle) {
        return new CandidateQuery(text, holds, inUse, polygraph, circle, availability, relocation, page);
    }

    public CandidateQuery available(@Nullable Availability then) {
        return new CandidateQuery(text, holds, inUse, polygraph, near, then, relocation, page);
    }

    public CandidateQuery moving(@Nullable Relocation far) {
        return new CandidateQuery(text, holds, inUse, polygraph, near, availability, far, page);
    }

    public CandidateQuery onPage(int number) {
        return new CandidateQuery(text, holds, inUse, polygraph, near, availability, relocation, number);
    }

    /** As {@link CandidateFields#HOLDS} has it; null where no clearance is asked for. */
    @Nullable
    String held() {
        if (holds == null) {
            return null;
        }
        return polygraph == PolygraphRequirement.NONE
                ? holds.format()
                : holds.format() + '/' + polygraph.name().toLowerCase(Locale.ROOT);
    }
}
