package net.gatepost.job.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.Eligibility;
import net.gatepost.clearance.Eligibility.Verdict;
import net.gatepost.clearance.Finding;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** One signed-in person who reads listings: whether they qualify, and what they have done with each before. */
public final class ListingReader {

    private final Viewer viewer;
    private final List<Clearance> clearances;
    private final ClearanceCatalogue catalogue;
    private final ListingMarks marks;
    private final MessageSource messages;
    private final LocalDate today;

    ListingReader(
            Viewer viewer,
            List<Clearance> clearances,
            ClearanceCatalogue catalogue,
            ListingMarks marks,
            MessageSource messages,
            LocalDate today) {
        this.viewer = viewer;
        this.clearances = List.copyOf(clearances);
        this.catalogue = catalogue;
        this.marks = marks;
        this.messages = messages;
        this.today = today;
    }

    /**
     * A verdict with its sign.
     *
     * @param kind of {@code fragments/clearance :: verdict}: meets, could or not
     */
    public record VerdictWords(String kind, String text) {}

    /**
     * What a listing asks for, beside what the reader has.
     *
     * @param why requirement by requirement
     * @param needs what it would take to meet it; empty where it is met
     * @param known whether the reader has entered a clearance: else there is nothing to compare with
     */
    public record Explanation(VerdictWords verdict, List<Why> why, List<String> needs, boolean known) {}

    /**
     * @param kind meets, could, not, or note for what stands beside the verdict
     * @param source where the rule behind it is written; null where it needs none
     */
    public record Why(String kind, String text, @Nullable String source) {}

    List<Clearance> clearances() {
        return clearances;
    }

    LocalDate today() {
        return today;
    }

    /** Whether they have said what they hold: to who hasn't, a verdict on every listing would say nothing. */
    public boolean holdsAny() {
        return !clearances.isEmpty();
    }

    /** Null for who has entered no clearance. */
    @Nullable
    VerdictWords verdict(ClearanceRequirement asked) {
        return holdsAny()
                ? words(catalogue.eligibility(clearances, asked, today).verdict())
                : null;
    }

    /** The evaluation that also decides what a search for what one qualifies for finds. */
    public Explanation explain(ClearanceRequirement asked) {
        Eligibility eligibility = catalogue.eligibility(clearances, asked, today);
        return new Explanation(
                words(eligibility.verdict()),
                eligibility.findings().stream().map(this::why).toList(),
                eligibility.obstacles().stream()
                        .map(obstacle -> obstacle.need(Locale.US, this::text))
                        .toList(),
                holdsAny());
    }

    /** What they did with listings before: by the listing's id the mark's name and the path that says more. */
    Map<UUID, Map<String, String>> marks(Collection<UUID> listings) {
        return marks.among(viewer, listings);
    }

    private VerdictWords words(Verdict verdict) {
        return new VerdictWords(
                switch (verdict) {
                    case MEETS -> "meets";
                    case COULD_MEET -> "could";
                    case DOES_NOT_MEET -> "not";
                },
                text(verdict.messageKey()));
    }

    private Why why(Finding finding) {
        String kind = switch (finding.effect()) {
            case SATISFIES -> "meets";
            case OPEN -> "could";
            case EXCLUDES -> "not";
            case CONDITION -> "note";
        };
        return new Why(kind, finding.text(Locale.US, this::text), finding.source());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
