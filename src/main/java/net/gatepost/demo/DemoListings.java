package net.gatepost.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.demo.RoleFamily.Rank;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.ListingDates;
import net.gatepost.job.ListingDraft;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import net.gatepost.place.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * Makes up listings. The number of a listing decides all of it but its dates, which are reckoned back from the moment of the
 * seeding: so it can be made alone, again, and in any order.
 */
final class DemoListings {

    /** As long ago as the oldest was posted. */
    static final int OLDEST_DAYS = 45;

    private static final int HOURS_A_YEAR = 2080;

    private final Words words;
    private final Needs needs = new Needs();
    private final List<WorkSite> sites;
    private final List<Post> posts = new ArrayList<>();

    /** An employer and a family of roles that it hires for. */
    private record Post(int employer, RoleFamily family, List<WorkSite> sites) {}

    /**
     * One listing.
     *
     * @param employer its place among the employers
     */
    record DemoListing(int employer, ListingDraft content, Instant postedAt, Instant confirmedAt) {}

    private final List<DemoEmployer> employers;

    /** @param employers those that may have live listings */
    DemoListings(List<DemoEmployer> employers, Words words, Gazetteer gazetteer) {
        this.employers = employers;
        this.words = words;
        this.sites = WorkSite.all(gazetteer);
        for (RoleFamily family : RoleFamily.all()) {
            var where = sites.stream().filter(site -> site.isFor(family)).toList();
            for (int i = 0; i < employers.size(); i++) {
                if (employers.get(i).fields().contains(family.field())) {
                    posts.add(new Post(i, family, where));
                }
            }
        }
    }

    DemoListing listing(long number, Instant now) {
        var dice = new Dice(number);
        return listing(dice.of(posts), dice, now);
    }

    /** One of a certain employer, for what is not live. */
    DemoListing listingOf(int employer, long number, Instant now) {
        var dice = new Dice(-1 - number);
        return listing(
                dice.of(posts.stream()
                        .filter(post -> post.employer() == employer)
                        .toList()),
                dice,
                now);
    }

    private DemoListing listing(Post post, Dice dice, Instant now) {
        var employer = employers.get(post.employer());
        var family = post.family();
        var site = dice.weighted(post.sites(), WorkSite::weight);
        var rank = dice.weighted(List.of(Rank.values()), Rank::weight);
        var clearance = clearance(family, site, dice);
        boolean citizensOnly = clearance.level() != null
                && !clearance.isPreferred()
                && site.isAmerican()
                && !clearance.level().value().startsWith("us-public-trust")
                && dice.percent(35);
        var workplace = workplace(family, clearance, dice);
        boolean hasPlace = workplace != Workplace.REMOTE || !site.isAmerican() || dice.percent(60);
        var employment = employment(family, dice);
        boolean hourly =
                family.hourly() || employment == EmploymentType.CONTRACT || employment != EmploymentType.FULL_TIME;
        boolean contingent = dice.percent(9);
        String focus = dice.of(family.focus());
        String title = family.title(dice.of(family.titles()), rank);
        if (family.field().equals("language") || dice.percent(45)) {
            title += dice.percent(50) ? ", " + focus : " (" + focus + ")";
        }
        String description = new ListingText(
                        words, dice, employer.name(), hasPlace ? site.place().label() : null, focus)
                .write(
                        family,
                        rank,
                        clearance,
                        citizensOnly,
                        workplace,
                        employment,
                        contingent,
                        hasPlace,
                        employer.draft().description());
        var pay = pay(family, rank, site, hourly, dice);
        var applyBy = dice.weighted(List.of(ApplyBy.values()), DemoListings::weight);
        var place = hasPlace ? site.place() : null;
        var postedAt = now.minus(
                Duration.ofMinutes((long) (dice.between(0.0, 1.0) * dice.between(0.1, 1.0) * OLDEST_DAYS * 24 * 60)));
        var confirmedAt = postedAt;
        var zone = ListingDates.zoneOf(place);
        var ends = end(confirmedAt, dice, zone);
        // One that would be over, or soon, was renewed meanwhile.
        if (!ends.isAfter(ListingDates.today(zone, now).plusDays(2))) {
            confirmedAt = now.minus(Duration.between(postedAt, now).dividedBy(dice.between(3, 12)));
            ends = end(confirmedAt, dice, zone);
        }
        var draft = new ListingDraft(
                title,
                description,
                place,
                workplace,
                employment,
                true,
                clearance,
                citizensOnly,
                citizensOnly ? dice.of(words.bases()) : null,
                pay == null ? null : pay[0],
                pay == null ? null : pay[1],
                site.currency(),
                hourly ? PayPeriod.HOUR : PayPeriod.YEAR,
                dice.percent(family.hourly() ? 45 : 18) ? dice.between(2, family.hourly() ? 12 : 4) : 1,
                contingent,
                applyBy,
                applyTo(applyBy, employer, title, dice),
                ends);
        return new DemoListing(post.employer(), draft, postedAt, confirmedAt);
    }

    private ClearanceRequirement clearance(RoleFamily family, WorkSite site, Dice dice) {
        var need = dice.weighted(List.copyOf(family.needs().entrySet()), weight -> weight.getValue());
        var asked = needs.of(need.getKey(), site.scheme());
        if (asked.level() == null) {
            return asked;
        }
        boolean sci = asked.accesses().contains(Access.SCI);
        if (sci && site.scheme().equals("us") && dice.percent(site.kinds().contains("intel") ? 48 : 14)) {
            asked = asked.withPolygraph(dice.weighted(
                    List.of(
                            PolygraphRequirement.CI,
                            PolygraphRequirement.FULL_SCOPE,
                            PolygraphRequirement.ANY,
                            PolygraphRequirement.LIFESTYLE),
                    DemoListings::weight));
        }
        boolean polygraph = asked.polygraph() != PolygraphRequirement.NONE;
        if (dice.percent(polygraph ? 0 : sci ? 12 : 28)) {
            asked = asked.acceptingInterim();
        }
        if (dice.percent(polygraph ? 4 : sci ? 10 : 24)) {
            asked = asked.sponsored();
        }
        return dice.percent(6) && !polygraph ? asked.preferred() : asked;
    }

    private static int weight(PolygraphRequirement polygraph) {
        return switch (polygraph) {
            case NONE -> 0;
            case ANY -> 3;
            case CI -> 6;
            case LIFESTYLE -> 1;
            case FULL_SCOPE -> 5;
        };
    }

    private static int weight(ApplyBy way) {
        return switch (way) {
            case GATEPOST -> 14;
            case URL -> 4;
            case EMAIL -> 2;
        };
    }

    private static int weight(EmploymentType employment) {
        return switch (employment) {
            case FULL_TIME -> 84;
            case CONTRACT -> 9;
            case PART_TIME -> 4;
            case TEMPORARY -> 2;
            case PER_DIEM -> 1;
            case INTERN -> 0;
        };
    }

    private static Workplace workplace(RoleFamily family, ClearanceRequirement clearance, Dice dice) {
        if (!dice.percent(family.awayPercent())) {
            return Workplace.ON_SITE;
        }
        // What must be done in a closed area can't be done from home.
        boolean closedArea = !clearance.accesses().isEmpty();
        return closedArea || dice.percent(65) ? Workplace.HYBRID : Workplace.REMOTE;
    }

    private static EmploymentType employment(RoleFamily family, Dice dice) {
        var employment = dice.weighted(List.of(EmploymentType.values()), DemoListings::weight);
        return employment == EmploymentType.PER_DIEM && !family.hourly() ? EmploymentType.CONTRACT : employment;
    }

    /** From and to in minor units, or null for the few that do not say. */
    private static long @Nullable [] pay(RoleFamily family, Rank rank, WorkSite site, boolean hourly, Dice dice) {
        double middle = family.thousands() * 1000.0 * rank.pay(family.hourly()) * site.payPercent() / 100;
        double from = middle * dice.between(0.86, 0.98);
        double to = from * dice.between(1.12, 1.36);
        if (dice.percent(5)) {
            return null;
        }
        return hourly
                ? new long[] {rounded(from * 100 / HOURS_A_YEAR, 25), rounded(to * 100 / HOURS_A_YEAR, 25)}
                : new long[] {rounded(from * 100, 1_000_00), rounded(to * 100, 1_000_00)};
    }

    private static long rounded(double minor, long to) {
        return Math.round(minor / to) * to;
    }

    private static LocalDate end(Instant confirmedAt, Dice dice, java.time.ZoneId zone) {
        return ListingDates.today(zone, confirmedAt).plusDays(dice.between(20, ListingDates.MOST_DAYS));
    }

    private static @Nullable String applyTo(ApplyBy way, DemoEmployer employer, String title, Dice dice) {
        return switch (way) {
            case GATEPOST -> null;
            case URL ->
                "https://careers.%s/openings/%s-%d"
                        .formatted(
                                employer.domain(),
                                title.toLowerCase(Locale.ROOT)
                                        .replaceAll("[^a-z0-9]+", "-")
                                        .replaceAll("-$", ""),
                                dice.between(1000, 9999));
            case EMAIL -> "jobs@" + employer.domain();
        };
    }
}
