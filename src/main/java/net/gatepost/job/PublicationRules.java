package net.gatepost.job;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.ClearanceProblem;
import org.jspecify.annotations.Nullable;

/** What a listing needs before the public sees it. A draft may lack all of it. */
public final class PublicationRules {

    /** Less in a year of full-time work is a slip of the keyboard or of the period. */
    private static final long LEAST_YEARLY = 10_000_00L;

    private static final long MOST_YEARLY = 2_000_000_00L;

    private final ClearanceCatalogue catalogue;

    public PublicationRules(ClearanceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What is missing or wrong.
     *
     * @param field the component of {@link ListingDraft} it is about
     * @param messageKey of words that tell what to do
     */
    public record Problem(String field, String messageKey) {}

    /** As {@link #problemsOf(ListingDraft, boolean, Instant)}, for an employer that is no staffing firm. */
    public List<Problem> problemsOf(ListingDraft draft, Instant now) {
        return problemsOf(draft, false, now);
    }

    /**
     * All that keeps the draft from being published now, in the order of the form.
     *
     * @param staffing whether the employer hires for others: then it says for whom, or that it may not say
     */
    public List<Problem> problemsOf(ListingDraft draft, boolean staffing, Instant now) {
        var problems = new ArrayList<Problem>();
        if (staffing && draft.client() == null) {
            problems.add(new Problem("client", "listing.client.missing"));
        }
        if (draft.place() == null && draft.workplace() != Workplace.REMOTE) {
            problems.add(new Problem("place", "listing.place.missing"));
        }
        if (draft.workplace() == null) {
            problems.add(new Problem("workplace", "listing.workplace.missing"));
        }
        if (draft.employmentType() == null) {
            problems.add(new Problem("employmentType", "listing.employmentType.missing"));
        }
        addClearance(draft, problems);
        addPay(draft, problems);
        var description = draft.description();
        if (description == null || description.isBlank()) {
            problems.add(new Problem("description", "listing.description.missing"));
        }
        addApply(draft, problems);
        addEnd(draft, now, problems);
        return problems;
    }

    private void addClearance(ListingDraft draft, List<Problem> problems) {
        if (!draft.clearanceStated()) {
            problems.add(new Problem("level", "listing.level.missing"));
        }
        for (var problem : ClearanceProblem.of(catalogue, draft.clearance())) {
            if (problem != ClearanceProblem.LEVEL_MISSING || draft.clearanceStated()) {
                problems.add(new Problem(problem.field(), problem.messageKey()));
            }
        }
        var basis = draft.citizensOnlyBasis();
        if (draft.citizensOnly() && (basis == null || basis.isBlank())) {
            problems.add(new Problem("citizensOnlyBasis", "listing.citizensOnlyBasis.missing"));
        }
    }

    private static void addPay(ListingDraft draft, List<Problem> problems) {
        var min = draft.payMin();
        var max = draft.payMax();
        if (min == null && max == null) {
            return;
        }
        if (min == null || max == null) {
            problems.add(new Problem(min == null ? "payMin" : "payMax", "listing.pay.one-end"));
            return;
        }
        if (max < min) {
            problems.add(new Problem("payMax", "listing.pay.reversed"));
            return;
        }
        boolean plausible = draft.pay()
                .filter(pay -> pay.yearlyMin() >= LEAST_YEARLY && pay.yearlyMax() <= MOST_YEARLY)
                .isPresent();
        if (!plausible) {
            problems.add(new Problem("payPeriod", "listing.pay.implausible"));
        }
    }

    private static void addApply(ListingDraft draft, List<Problem> problems) {
        var to = draft.applyTo();
        switch (draft.applyBy()) {
            case GATEPOST -> {}
            case URL -> {
                if (!isHttps(to)) {
                    problems.add(new Problem("applyTo", "listing.applyTo.url"));
                }
            }
            case EMAIL -> {
                if (!isEmail(to)) {
                    problems.add(new Problem("applyTo", "listing.applyTo.email"));
                }
            }
        }
    }

    private static void addEnd(ListingDraft draft, Instant now, List<Problem> problems) {
        var ends = draft.ends();
        var zone = ListingDates.zoneOf(draft.place());
        if (ends == null) {
            problems.add(new Problem("ends", "listing.ends.missing"));
        } else if (ends.isBefore(ListingDates.today(zone, now))) {
            problems.add(new Problem("ends", "listing.ends.past"));
        } else if (ends.isAfter(ListingDates.furthestEnd(zone, now))) {
            problems.add(new Problem("ends", "listing.ends.far"));
        }
    }

    private static boolean isHttps(@Nullable String address) {
        if (address == null) {
            return false;
        }
        try {
            var uri = new URI(address);
            return "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getHost().contains(".")
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static boolean isEmail(@Nullable String address) {
        return address != null
                && address.matches("[^\\s@<>\"(),:;\\\\]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+");
    }
}
