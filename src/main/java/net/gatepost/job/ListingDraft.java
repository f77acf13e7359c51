package net.gatepost.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.gatepost.clearance.ClearanceRequirement;
import org.jspecify.annotations.Nullable;

/**
 * What a recruiter says about a job. Everything but the title may still be missing; {@link PublicationRules} say what a
 * published listing needs.
 *
 * @param description Markdown
 * @param place null while missing, and for remote work that has none
 * @param clearanceStated whether {@code clearance} was chosen; a level of null then means that none is needed
 * @param citizensOnly for US citizens only; lawful only beside {@code citizensOnlyBasis} (8 USC 1324b(a)(2)(C))
 * @param citizensOnlyBasis the contract, regulation or law that requires it
 * @param payMin in minor units
 * @param payMax in minor units
 * @param contingent whether the work depends on a contract that is still to be awarded
 * @param applyTo an https address or an e-mail address, where {@code applyBy} wants one
 * @param questions asked of whoever applies on this site, one line each; at most {@link #MOST_QUESTIONS}
 * @param client for whom a staffing firm hires; null for an employer that hires for itself
 * @param ends the last day on which it is shown, at its place
 */
public record ListingDraft(
        String title,
        @Nullable String description,
        @Nullable ListingPlace place,
        @Nullable Workplace workplace,
        @Nullable EmploymentType employmentType,
        boolean clearanceStated,
        ClearanceRequirement clearance,
        boolean citizensOnly,
        @Nullable String citizensOnlyBasis,
        @Nullable Long payMin,
        @Nullable Long payMax,
        Currency payCurrency,
        PayPeriod payPeriod,
        int openings,
        boolean contingent,
        ApplyBy applyBy,
        @Nullable String applyTo,
        List<String> questions,
        @Nullable Client client,
        @Nullable LocalDate ends) {

    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_DESCRIPTION = 20_000;
    public static final int LONGEST_BASIS = 300;
    public static final int LONGEST_APPLY_TO = 500;
    public static final int MOST_OPENINGS = 999;
    public static final int MOST_QUESTIONS = 5;
    public static final int LONGEST_QUESTION = 200;

    public ListingDraft {
        title = whole(title);
        description = description == null ? null : whole(description);
        questions = questions.stream().map(ListingDraft::whole).toList();
    }

    /** JSON can hold half of a pair of surrogates, which is no text: nobody could be sent it, and no OpenSearch takes it. */
    private static String whole(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }

    /** One of an employer that hires for itself. */
    public ListingDraft(
            String title,
            @Nullable String description,
            @Nullable ListingPlace place,
            @Nullable Workplace workplace,
            @Nullable EmploymentType employmentType,
            boolean clearanceStated,
            ClearanceRequirement clearance,
            boolean citizensOnly,
            @Nullable String citizensOnlyBasis,
            @Nullable Long payMin,
            @Nullable Long payMax,
            Currency payCurrency,
            PayPeriod payPeriod,
            int openings,
            boolean contingent,
            ApplyBy applyBy,
            @Nullable String applyTo,
            List<String> questions,
            @Nullable LocalDate ends) {
        this(
                title,
                description,
                place,
                workplace,
                employmentType,
                clearanceStated,
                clearance,
                citizensOnly,
                citizensOnlyBasis,
                payMin,
                payMax,
                payCurrency,
                payPeriod,
                openings,
                contingent,
                applyBy,
                applyTo,
                questions,
                null,
                ends);
    }

    /** One that asks no questions, of an employer that hires for itself. */
    public ListingDraft(
            String title,
            @Nullable String description,
            @Nullable ListingPlace place,
            @Nullable Workplace workplace,
            @Nullable EmploymentType employmentType,
            boolean clearanceStated,
            ClearanceRequirement clearance,
            boolean citizensOnly,
            @Nullable String citizensOnlyBasis,
            @Nullable Long payMin,
            @Nullable Long payMax,
            Currency payCurrency,
            PayPeriod payPeriod,
            int openings,
            boolean contingent,
            ApplyBy applyBy,
            @Nullable String applyTo,
            @Nullable LocalDate ends) {
        this(
                title,
                description,
                place,
                workplace,
                employmentType,
                clearanceStated,
                clearance,
                citizensOnly,
                citizensOnlyBasis,
                payMin,
                payMax,
                payCurrency,
                payPeriod,
                openings,
                contingent,
                applyBy,
                applyTo,
                List.of(),
                ends);
    }

    /** The pay, where both of its ends are stated and make a range. */
    public Optional<Pay> pay() {
        return payMin == null || payMax == null || payMin < 1 || payMax < payMin || payMax > Pay.MOST
                ? Optional.empty()
                : Optional.of(new Pay(payMin, payMax, payCurrency, payPeriod));
    }

    /** The same, ending on another day. */
    public ListingDraft ending(LocalDate day) {
        return new ListingDraft(
                title,
                description,
                place,
                workplace,
                employmentType,
                clearanceStated,
                clearance,
                citizensOnly,
                citizensOnlyBasis,
                payMin,
                payMax,
                payCurrency,
                payPeriod,
                openings,
                contingent,
                applyBy,
                applyTo,
                questions,
                client,
                day);
    }
}
