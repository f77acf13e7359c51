package net.gatepost.job.search;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import net.gatepost.account.People;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.employer.Domain;
import net.gatepost.employer.EmployerDraft;
import net.gatepost.employer.EmployerDrafts;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.ListingDraft;
import net.gatepost.job.ListingImport;
import net.gatepost.job.ListingPlace;
import net.gatepost.job.Listings;
import net.gatepost.job.Pay;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import net.gatepost.place.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * A job board for one test: its listings all hold a word that no other test's do, so that a search for {@link #word} sees
 * them alone although tests share one application.
 */
public class Board {

    private static final Gazetteer GAZETTEER = Gazetteer.shipped();

    /** No vowels and no s at its end: nothing that a stemmer would cut. */
    public final String word = "zq" + letters(10) + "k";

    public final People.Person recruiter;

    private final Listings listings;
    private final Employers employers;
    private final ListingIndex index;
    private final Clock clock;
    private final List<Spec> specs = new ArrayList<>();

    public Board(Listings listings, Employers employers, ListingIndex index, People people, Clock clock) {
        this.listings = listings;
        this.employers = employers;
        this.index = index;
        this.clock = clock;
        this.recruiter = people.member();
    }

    public EmployerView employer(String name) {
        var draft = new EmployerDraft(
                name,
                new Domain(letters(16) + ".example"),
                EmployerDrafts.cage(),
                null,
                null,
                "Builds things for people who need them.",
                null);
        return employers.registerVerified(draft, List.of(recruiter.id()));
    }

    /** Complete as it is: on site at Fort Meade, full time, Secret, $100,000 – $120,000, posted now, 30 days. */
    public Spec job(EmployerView employer, String title) {
        var spec = new Spec(employer, title);
        specs.add(spec);
        return spec;
    }

    /** Brings in what was said and builds the index. Returns the ids in the order of the titles. */
    public void open() {
        listings.importAll(specs.stream().map(Spec::toImport).toList());
        specs.clear();
        index.rebuild();
    }

    public static ListingPlace place(String typed) {
        return ListingPlace.of(GAZETTEER.find(typed).exact().orElseThrow());
    }

    private static String letters(int count) {
        var letters = new StringBuilder();
        ThreadLocalRandom.current().ints(count, 0, 16).forEach(at -> letters.append("bcdfghjkmnpqrtvw".charAt(at)));
        return letters.toString();
    }

    /** One listing to be. */
    public final class Spec {

        private final EmployerView employer;
        private final String title;
        private String description = "";
        private @Nullable ListingPlace place = place("Fort Meade, MD");
        private Workplace workplace = Workplace.ON_SITE;
        private EmploymentType employment = EmploymentType.FULL_TIME;
        private ClearanceRequirement clearance = ClearanceRequirement.of("us.secret");
        private @Nullable Long payMin = 100_000_00L;
        private @Nullable Long payMax = 120_000_00L;
        private java.util.Currency currency = Pay.USD;
        private PayPeriod period = PayPeriod.YEAR;
        private Duration age = Duration.ZERO;
        private int days = 30;
        private ApplyBy applyBy = ApplyBy.GATEPOST;
        private @Nullable String applyTo;

        private Spec(EmployerView employer, String title) {
            this.employer = employer;
            this.title = title;
        }

        public Spec saying(String text) {
            description = text;
            return this;
        }

        public Spec at(@Nullable String where, Workplace how) {
            place = where == null ? null : place(where);
            workplace = how;
            return this;
        }

        public Spec as(EmploymentType type) {
            employment = type;
            return this;
        }

        public Spec needing(ClearanceRequirement requirement) {
            clearance = requirement;
            return this;
        }

        /** In major units; null for none stated. */
        public Spec paying(@Nullable Integer min, @Nullable Integer max, PayPeriod per) {
            payMin = min == null ? null : min * 100L;
            payMax = max == null ? null : max * 100L;
            period = per;
            return this;
        }

        public Spec inCurrency(String code) {
            currency = java.util.Currency.getInstance(code);
            return this;
        }

        public Spec postedBefore(Duration time) {
            age = time;
            return this;
        }

        /** How many days after today its last day is. */
        public Spec endingIn(int fromToday) {
            days = fromToday;
            return this;
        }

        public Spec applyingBy(ApplyBy how, String to) {
            applyBy = how;
            applyTo = to;
            return this;
        }

        public ListingDraft toDraft() {
            var now = clock.instant();
            return new ListingDraft(
                    title,
                    description + "\n\n" + word,
                    place,
                    workplace,
                    employment,
                    true,
                    clearance,
                    false,
                    null,
                    payMin,
                    payMax,
                    currency,
                    period,
                    1,
                    false,
                    applyBy,
                    applyTo,
                    LocalDate.ofInstant(
                                    now,
                                    place == null
                                            ? ZoneOffset.UTC
                                            : requireNonNull(place).zone())
                            .plusDays(days));
        }

        ListingImport toImport() {
            var postedAt = clock.instant().minus(age);
            return new ListingImport(employer.id(), recruiter.id(), toDraft(), postedAt, postedAt);
        }

        public UUID employerId() {
            return employer.id();
        }
    }
}
