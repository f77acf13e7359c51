package net.gatepost.candidate.search;

import java.util.Locale;
import net.gatepost.candidate.Availability;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;
import org.jspecify.annotations.Nullable;

/**
 * Whom a recruiter looks for. A null leaves that filter out.
 *
 * @param text cleaned; empty for any
 * @param holds at least this level, with these accesses
 * @param polygraph that answers this one, sat for that very clearance; needs {@code holds}
 * @param near would work within the circle
 * @param availability could start then or earlier
 * @param page from 1, at most {@link #MOST_PAGES}
 */
public record CandidateQuery(
        String text,
        @Nullable RequirementKey holds,
        PolygraphRequirement polygraph,
        @Nullable Circle near,
        @Nullable Availability availability,
        int page) {

    public static final int PAGE_SIZE = 20;
    public static final int MOST_PAGES = 50;

    /** Degrees north and east, and the radius in miles. */
    public record Circle(double latitude, double longitude, int miles) {}

    public CandidateQuery {
        if (page < 1 || page > MOST_PAGES) {
            throw new IllegalArgumentException("no such page: " + page);
        }
    }

    public CandidateQuery onPage(int number) {
        return new CandidateQuery(text, holds, polygraph, near, availability, number);
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
