package net.gatepost.job.search;

import java.util.List;
import java.util.Set;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Workplace;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. An empty collection and a null leave that filter out; several values of one filter mean any of
 * them, several filters all of them.
 *
 * @param clearances exactly these
 * @param holds what somebody holds: finds what it satisfies, and what needs none or only prefers one
 * @param qualifying what the searcher's clearances are worth, and how far the search is narrowed by it; null for who hasn't
 *     signed in
 * @param near leaves out what is further away, but never remote work, which can be done from there
 * @param employers their slugs
 * @param pay what it should pay a year at least, in cents of a US dollar
 * @param postedWithin days
 * @param page from 1, at most {@link #MOST_PAGES}
 */
public record ListingQuery(
        TextQuery text,
        Set<RequirementKey> clearances,
        @Nullable RequirementKey holds,
        @Nullable Qualifying qualifying,
        Set<PolygraphRequirement> polygraphs,
        @Nullable Near near,
        Set<Workplace> workplaces,
        Set<EmploymentType> employments,
        Set<String> employers,
        @Nullable Long pay,
        @Nullable Integer postedWithin,
        ListingSort sort,
        int page) {

    /** Rows of a page. */
    public static final int PAGE_SIZE = 20;

    /** As deep as anybody can page: 2,000 listings. Beyond, narrowing the search finds more than paging. */
    public static final int MOST_PAGES = 100;

    /** What the filter of pay offers, in dollars a year. */
    public static final List<Integer> PAY_STEPS = List.of(50_000, 75_000, 100_000, 125_000, 150_000, 200_000);

    /** What the filter of age offers, in days. */
    public static final List<Integer> POSTED_STEPS = List.of(1, 3, 7, 14, 30);

    public ListingQuery {
        clearances = Set.copyOf(clearances);
        polygraphs = Set.copyOf(polygraphs);
        workplaces = Set.copyOf(workplaces);
        employments = Set.copyOf(employments);
        employers = Set.copyOf(employers);
        if (page < 1 || page > MOST_PAGES) {
            throw new IllegalArgumentException("no such page: " + page);
        }
    }

    /** Everything that is live, the newest first. */
    public static ListingQuery everything() {
        return new ListingQuery(
                TextQuery.NONE,
                Set.of(),
                null,
                null,
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                ListingSort.NEWEST,
                1);
    }

    /** The same for somebody with these clearances; null for anybody. */
    public ListingQuery asking(@Nullable Qualifying by) {
        return new ListingQuery(
                text,
                clearances,
                holds,
                by,
                polygraphs,
                near,
                workplaces,
                employments,
                employers,
                pay,
                postedWithin,
                sort,
                page);
    }

    public ListingQuery ofEmployer(String slug) {
        return new ListingQuery(
                text,
                clearances,
                holds,
                qualifying,
                polygraphs,
                near,
                workplaces,
                employments,
                Set.of(slug),
                pay,
                postedWithin,
                sort,
                page);
    }

    public ListingQuery sorted(ListingSort by) {
        return new ListingQuery(
                text,
                clearances,
                holds,
                qualifying,
                polygraphs,
                near,
                workplaces,
                employments,
                employers,
                pay,
                postedWithin,
                by,
                page);
    }

    public ListingQuery onPage(int number) {
        return new ListingQuery(
                text,
                clearances,
                holds,
                qualifying,
                polygraphs,
                near,
                workplaces,
                employments,
                employers,
                pay,
                postedWithin,
                sort,
                number);
    }
}
