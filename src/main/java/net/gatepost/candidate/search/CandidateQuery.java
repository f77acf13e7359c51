package net.gatepost.candidate.search;

import java.time.LocalDate;
import java.util.List;
import net.gatepost.candidate.Availability;
import net.gatepost.candidate.Relocation;
import org.jspecify.annotations.Nullable;

/**
 * Whom a recruiter looks for. A null, or an empty list, leaves that filter out.
 *
 * @param text cleaned; empty for any
 * @param skills has all of these, as {@link net.gatepost.candidate.Skills} names them
 * @param wanted has at least one of these; whoever has more stands higher
 * @param near would work within the circle
 * @param availability could start then or earlier
 * @param relocation would move as far as that, or farther
 * @param since new, or changed, on that day (UTC) or later
 * @param page from 1, at most {@link #MOST_PAGES}
 */
public record CandidateQuery(
        String text,
        @Nullable ClearanceFilter clearance,
        List<String> skills,
        List<String> wanted,
        @Nullable Circle near,
        @Nullable Availability availability,
        @Nullable Relocation relocation,
        @Nullable LocalDate since,
        int page) {

    public static final int PAGE_SIZE = 20;
    public static final int MOST_PAGES = 50;

    /** Of those that must be there, and of those that are wanted. */
    public static final int MOST_SKILLS = 10;

    /** Everybody who can be found. */
    public static final CandidateQuery EVERYBODY =
            new CandidateQuery("", null, List.of(), List.of(), null, null, null, null, 1);

    /** Degrees north and east, and the radius in miles. */
    public record Circle(double latitude, double longitude, int miles) {}

    public CandidateQuery {
        if (page < 1 || page > MOST_PAGES) {
            throw new IllegalArgumentException("no such page: " + page);
        }
        if (skills.size() > MOST_SKILLS || wanted.size() > MOST_SKILLS) {
            throw new IllegalArgumentException("too many skills");
        }
        skills = List.copyOf(skills);
        wanted = List.copyOf(wanted);
    }

    public CandidateQuery withText(String words) {
        return new CandidateQuery(words, clearance, skills, wanted, near, availability, relocation, since, page);
    }

    public CandidateQuery holding(@Nullable ClearanceFilter filter) {
        return new CandidateQuery(text, filter, skills, wanted, near, availability, relocation, since, page);
    }

    public CandidateQuery with(List<String> all) {
        return new CandidateQuery(text, clearance, all, wanted, near, availability, relocation, since, page);
    }

    public CandidateQuery wanting(List<String> any) {
        return new CandidateQuery(text, clearance, skills, any, near, availability, relocation, since, page);
    }

    public CandidateQuery near(@Nullable Circle circle) {
        return new CandidateQuery(text, clearance, skills, wanted, circle, availability, relocation, since, page);
    }

    public CandidateQuery available(@Nullable Availability then) {
        return new CandidateQuery(text, clearance, skills, wanted, near, then, relocation, since, page);
    }

    public CandidateQuery moving(@Nullable Relocation far) {
        return new CandidateQuery(text, clearance, skills, wanted, near, availability, far, since, page);
    }

    public CandidateQuery since(@Nullable LocalDate first) {
        return new CandidateQuery(text, clearance, skills, wanted, near, availability, relocation, first, page);
    }

    public CandidateQuery onPage(int number) {
        return new CandidateQuery(text, clearance, skills, wanted, near, availability, relocation, since, number);
    }

    /** Whether something is asked for of which it can be said how somebody answers it. */
    public boolean hasReasons() {
        return clearance != null || !skills.isEmpty() || !wanted.isEmpty() || near != null;
    }
}
