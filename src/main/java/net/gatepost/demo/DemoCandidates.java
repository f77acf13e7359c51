package net.gatepost.demo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.gatepost.candidate.Availability;
import net.gatepost.candidate.Basics;
import net.gatepost.candidate.Branch;
import net.gatepost.candidate.CandidateImport;
import net.gatepost.candidate.Certification;
import net.gatepost.candidate.MilitaryService;
import net.gatepost.candidate.Personal;
import net.gatepost.candidate.Plans;
import net.gatepost.candidate.Relocation;
import net.gatepost.candidate.Visibility;
import net.gatepost.candidate.WantedPlace;
import net.gatepost.candidate.Work;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.Investigation;
import net.gatepost.clearance.Polygraph;
import net.gatepost.clearance.PolygraphExam;
import net.gatepost.demo.RoleFamily.Rank;
import net.gatepost.mail.EmailAddress;
import net.gatepost.place.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * Makes up people with cleared profiles. The number of a person decides all of it but its dates, which are reckoned back from
 * the moment of the seeding: so each can be made alone, again, and in any order.
 */
final class DemoCandidates {

    /** Apart from the numbers of listings, which are thrown with the same dice. */
    private static final long FIRST = 1L << 40;

    private static final int OLDEST_DAYS = 120;

    /** In how many of a hundred profiles; the rest are sealed. */
    private static final int MASKED = 58;

    private static final int OPEN = 17;

    private final Words words;
    private final Needs needs = new Needs();
    private final Map<String, Trade> trades;
    private final List<String> firms;
    private final List<Phrase> wishes;
    private final List<Phrase> slips;
    private final List<DemoEmployer> employers;

    /** A family of roles with the places where it is at home. */
    private record Calling(RoleFamily family, List<WorkSite> sites) {}

    private final List<Calling> callings;

    /** Somebody who does not exist, as they join and as they write their profile. */
    record DemoCandidate(EmailAddress email, String name, Unowned content) {
        @Override
        public String toString() {
            return "DemoCandidate[" + email.masked() + "]";
        }
    }

    /** A profile that waits for the id of its account. */
    interface Unowned {
        CandidateImport of(UUID accountId);
    }

    DemoCandidates(List<DemoEmployer> employers, Words words, Gazetteer gazetteer) {
        var file = ContentFile.yaml("candidates.yaml").get(0);
        this.words = words;
        this.employers = employers;
        this.trades = Trade.byField(file);
        this.firms = file.texts("firms");
        this.wishes = file.phrases("wishes");
        this.slips = file.phrases("slips");
        var sites = WorkSite.all(gazetteer);
        this.callings = RoleFamily.all().stream()
                .map(family -> new Calling(
                        family,
                        sites.stream().filter(site -> site.isFor(family)).toList()))
                .toList();
    }

    static EmailAddress emailOf(long number) {
        return new EmailAddress("candidate-" + (number + 1) + "@people.example");
    }

    DemoCandidate candidate(long number, Instant now) {
        return new Making(new Dice(FIRST + number), now).make(number);
    }

    /** One person in the making: what was thrown for one thing is not thrown again for another. */
    private final class Making {

        private final Dice dice;
        private final Instant now;
        private final YearMonth thisMonth;
        private final Calling calling;
        private final Trade trade;
        private final WorkSite site;
        private final Rank rank;
        private final int years;

        Making(Dice dice, Instant now) {
            this.dice = dice;
            this.now = now;
            this.thisMonth = YearMonth.from(now.atZone(ZoneOffset.UTC));
            this.calling = dice.of(callings);
            this.trade = requireNonNull(
                    trades.get(calling.family().field()), calling.family().field());
            this.site = dice.weighted(calling.sites(), WorkSite::weight);
            this.rank = dice.weighted(List.of(Rank.values()), Rank::weight);
            this.years = 2 + rank.ordinal() * 5 + dice.between(0, 4);
        }

        DemoCandidate make(long number) {
            String name = words.name(dice);
            var visibility = visibility();
            var personal = personal();
            var work = work(personal.employerName());
            var clearance = clearance();
            var basics = new Basics(
                    headline(work.get(0), clearance),
                    summary(name, personal),
                    dice.some(trade.skills(), dice.between(3, 7)));
            var plans = new Plans(places(), dice.of(List.of(Relocation.values())), availability(visibility));
            var certifications = certifications();
            var service = service();
            var writtenAt = now.minus(Duration.ofMinutes(dice.between(1, OLDEST_DAYS * 24 * 60)));
            return new DemoCandidate(
                    emailOf(number),
                    name,
                    accountId -> new CandidateImport(
                            accountId,
                            visibility,
                            basics,
                            plans,
                            personal,
                            List.of(clearance),
                            work,
                            certifications,
                            service,
                            writtenAt));
        }

        private Visibility visibility() {
            int thrown = dice.between(1, 100);
            return thrown <= MASKED ? Visibility.MASKED : thrown <= MASKED + OPEN ? Visibility.OPEN : Visibility.SEALED;
        }

        private Availability availability(Visibility visibility) {
            var all = List.of(Availability.values());
            return dice.of(visibility == Visibility.SEALED ? all : all.subList(0, all.size() - 1));
        }

        /** Some work for an employer of this site, which must not find them. */
        private Personal personal() {
            boolean here = dice.percent(20);
            var employer = dice.of(employers);
            String firm = dice.of(firms);
            return new Personal(
                    site.scheme().equals("uk") ? "GB" : site.scheme().equals("australia") ? "AU" : "US",
                    null,
                    dice.percent(40) ? phone() : null,
                    here ? employer.name() : firm,
                    here ? employer.domain() : dice.percent(50) ? domain(firm) : null);
        }

        private String phone() {
            return "+1 202 555 01" + dice.between(10, 99);
        }

        private static String domain(String firm) {
            return firm.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".example";
        }

        private List<Work> work(@Nullable String employer) {
            List<Work> work = new ArrayList<>();
            int jobs = Math.min(dice.between(1, 3), 1 + years / 3);
            int ends = 0;
            for (int i = 0; i < jobs; i++) {
                int months = Math.max(6, years * 12 / jobs + dice.between(-5, 5));
                var as = Rank.values()[Math.max(0, rank.ordinal() - i)];
                String at = i == 0 && employer != null ? employer : dice.of(firms);
                work.add(new Work(
                        calling.family().title(dice.of(calling.family().titles()), as),
                        at,
                        site.place().label(),
                        thisMonth.minusMonths(ends + months),
                        i == 0 ? null : thisMonth.minusMonths(ends),
                        duties(at)));
                ends += months + dice.between(0, 3);
            }
            return work;
        }

        private String duties(String employer) {
            var list = new StringBuilder();
            dice.some(calling.family().duties(), 2)
                    .forEach(duty ->
                            list.append("- ").append(say(duty, employer)).append('\n'));
            return list.toString().strip();
        }

        private String headline(Work current, Clearance clearance) {
            return dice.percent(60)
                    ? current.title() + ", " + dice.of(calling.family().focus())
                    : current.title() + (clearance.accesses().contains(Access.SCI) ? " with SCI access" : "");
        }

        private String summary(String name, Personal personal) {
            String employer = requireNonNull(personal.employerName());
            List<String> sentences = new ArrayList<>();
            sentences.add(say(dice.of(trade.summaries()), employer));
            sentences.add(say(dice.of(wishes), employer));
            if (dice.percent(8)) {
                var gaps = gaps(employer);
                gaps.put("address", name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@mail.example");
                gaps.put("phone", phone());
                sentences.add(dice.of(slips).say(dice, gaps));
            }
            return String.join(" ", sentences);
        }

        private Clearance clearance() {
            var need = dice.weighted(List.copyOf(calling.family().needs().entrySet()), Map.Entry::getValue);
            var asked = needs.of(need.getKey(), site.scheme());
            if (asked.level() == null) {
                asked = needs.of("s", site.scheme());
            }
            String level = requireNonNull(asked.level()).value();
            var accesses = asked.accesses().toArray(Access[]::new);
            boolean inUse = dice.percent(68);
            int unused = inUse ? 0 : dice.between(1, 34);
            var granted = thisMonth.minusMonths(unused + dice.between(4, 70));
            var clearance = inUse
                    ? Clearance.inAccess(level, accesses)
                    : Clearance.lastUsed(thisMonth.minusMonths(unused), level, accesses);
            String tier = tier(level);
            if (tier != null) {
                clearance = clearance.withInvestigation(
                        new Investigation(tier, granted.minusMonths(dice.between(1, 5)), dice.percent(70)));
            }
            if (site.isAmerican() && asked.accesses().contains(Access.SCI) && dice.percent(55)) {
                clearance = clearance.withPolygraph(new PolygraphExam(
                        dice.of(List.of(Polygraph.CI, Polygraph.CI, Polygraph.FULL_SCOPE, Polygraph.LIFESTYLE)),
                        granted.plusMonths(1),
                        null));
            }
            return clearance.grantedIn(granted);
        }

        private static @Nullable String tier(String level) {
            return switch (level) {
                case "us.top-secret", "us-doe.q" -> "us.t5";
                case "us.secret", "us.confidential", "us-doe.l" -> "us.t3";
                default -> null;
            };
        }

        private List<WantedPlace> places() {
            List<WantedPlace> places = new ArrayList<>();
            places.add(wanted(site));
            dice.some(calling.sites(), dice.between(0, 2)).stream()
                    .map(DemoCandidates::wanted)
                    .filter(place -> !places.contains(place))
                    .forEach(places::add);
            return places;
        }

        private List<Certification> certifications() {
            return dice.some(trade.certifications(), dice.between(0, 2)).stream()
                    .map(code -> {
                        int months = dice.between(2, 33);
                        return new Certification(
                                code, null, thisMonth.minusMonths(months), thisMonth.plusMonths(36 - months));
                    })
                    .toList();
        }

        private List<MilitaryService> service() {
            if (!site.isAmerican() || !dice.percent(35)) {
                return List.of();
            }
            int ended = thisMonth.getYear() - years;
            return List.of(new MilitaryService(
                    dice.of(List.of(Branch.US_ARMY, Branch.US_NAVY, Branch.US_AIR_FORCE, Branch.US_MARINE_CORPS)),
                    null,
                    ended - dice.between(3, 9),
                    ended));
        }

        private String say(Phrase phrase, String employer) {
            return phrase.say(dice, gaps(employer));
        }

        private Map<String, String> gaps(String employer) {
            Map<String, String> gaps = new HashMap<>();
            gaps.put("employer", employer);
            gaps.put("place", site.place().label());
            gaps.put("focus", dice.of(calling.family().focus()));
            gaps.put("team", String.valueOf(dice.between(4, 19)));
            gaps.put("days", String.valueOf(dice.between(15, 28)));
            gaps.put("money", String.format(Locale.US, "%,d", dice.between(4, 20) * 500));
            return gaps;
        }
    }

    private static WantedPlace wanted(WorkSite site) {
        return new WantedPlace(site.place().id(), site.place().label());
    }
}
