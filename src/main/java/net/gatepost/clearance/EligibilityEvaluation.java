package net.gatepost.clearance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.gatepost.clearance.ClearanceStatus.State;
import net.gatepost.clearance.Finding.Effect;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one requirement against what one person holds. Each clearance held is evaluated alone (accesses and a
 * polygraph belong to the clearance for which they were granted) and the best one answers.
 *
 * <p>Decided here, with the reason for each:
 *
 * <ul>
 *   <li>What is no clearance (US Public Trust, UK BPSS, Canadian Reliability) never satisfies a need for one.
 *   <li>A likely equivalent of another scheme only ever leads to "could meet": a Q rests on the investigation that a Top
 *       Secret rests on, but Restricted Data is the Department of Energy's to authorise (Atomic Energy Act, section
 *       145). NATO access is derived from a national clearance and follows the same way.
 *   <li>A clearance that isn't in use could meet while its window is open: it must be reinstated. After that, only a
 *       sponsor helps. Where the status can't be told, it could meet and never meets.
 *   <li>An interim could meet where a final one is asked for: it may become one.
 *   <li>A missing access excludes, because an agency grants it, not the employer; a missing polygraph doesn't, because
 *       the customer arranges one and nobody can bring it along.
 *   <li>An old investigation, an interim and a missing polygraph are permitted exceptions to reciprocity (Security
 *       Executive Agent Directive 7; ODNI's checklist): they are stated as conditions beside the verdict.
 *   <li>A sponsor turns what excludes into what could be met, except where nobody knows the level that is asked for. What is only
 *       preferred never excludes and never lowers the verdict.
 * </ul>
 */
final class EligibilityEvaluation {

    private final ClearanceCatalogue catalogue;
    private final ClearanceRequirement asked;
    private final LocalDate today;

    private EligibilityEvaluation(ClearanceCatalogue catalogue, ClearanceRequirement asked, LocalDate today) {
        this.catalogue = catalogue;
        this.asked = asked;
        this.today = today;
    }

    static Eligibility of(
            ClearanceCatalogue catalogue, List<Clearance> held, ClearanceRequirement asked, LocalDate today) {
        LevelCode code = asked.level();
        if (code == null) {
            return new Eligibility(List.of(Finding.of(Reason.NO_CLEARANCE_NEEDED)));
        }
        EligibilityEvaluation evaluation = new EligibilityEvaluation(catalogue, asked, today);
        Optional<ClearanceLevel> level = catalogue.level(code);
        List<Finding> findings = level.isPresent()
                ? evaluation.sponsored(evaluation.best(held, level.get()))
                : List.of(Finding.of(Reason.REQUIRED_LEVEL_UNKNOWN));
        return new Eligibility(evaluation.preferred(findings));
    }

    /** The findings of the clearance that comes nearest; of two that come equally near, the one listed first. */
    private List<Finding> best(List<Clearance> held, ClearanceLevel askedLevel) {
        return held.stream()
                .map(clearance -> findings(clearance, askedLevel))
                .min(Comparator.<List<Finding>, Boolean>comparing(findings -> count(findings, Effect.EXCLUDES) > 0)
                        .thenComparing(EligibilityEvaluation::isUnrelated)
                        .thenComparingLong(findings -> count(findings, Effect.EXCLUDES))
                        .thenComparingLong(findings -> count(findings, Effect.OPEN))
                        .thenComparingLong(findings -> count(findings, Effect.CONDITION)))
                .orElseGet(() -> List.of(Finding.of(Reason.NO_CLEARANCE_HELD, askedLevel.name())));
    }

    private List<Finding> findings(Clearance clearance, ClearanceLevel askedLevel) {
        Optional<ClearanceLevel> known = catalogue.level(clearance.level());
        if (known.isEmpty()) {
            return List.of(Finding.of(Reason.HELD_LEVEL_UNKNOWN));
        }
        ClearanceLevel held = known.get();
        Finding level = level(held, askedLevel);
        List<Finding> findings = new ArrayList<>(List.of(level));
        if (!isUnrelated(findings)) {
            ReciprocityRule reciprocity =
                    catalogue.scheme(held.scheme()).map(Scheme::reciprocity).orElse(null);
            ClearanceStatus status = catalogue.status(clearance, today);
            findings.add(status.finding());
            addInterim(findings, clearance, status, held, reciprocity);
            addAccesses(findings, clearance, held);
            addPolygraph(findings, clearance, reciprocity);
            addInvestigation(findings, clearance, reciprocity);
        }
        return findings;
    }

    private Finding level(ClearanceLevel held, ClearanceLevel askedLevel) {
        if (held.equals(askedLevel)) {
            return Finding.of(Reason.LEVEL_HELD, held.name());
        }
        if (held.includes(askedLevel)) {
            return Finding.of(Reason.LEVEL_ABOVE, held.name(), askedLevel.name());
        }
        if (!held.isClearance() && askedLevel.isClearance()) {
            return Finding.of(Reason.LEVEL_IS_NO_CLEARANCE, held.name(), askedLevel.name());
        }
        if (held.scheme().equals(askedLevel.scheme())) {
            return Finding.of(Reason.LEVEL_BELOW, held.name(), askedLevel.name());
        }
        for (LikelyEquivalent equivalent : held.equivalents()) {
            Optional<ClearanceLevel> other =
                    catalogue.level(equivalent.level()).filter(level -> level.includes(askedLevel));
            if (other.isPresent()) {
                return Finding.of(
                        Reason.LEVEL_LIKELY_EQUIVALENT,
                        held.name(),
                        other.get().name(),
                        askedLevel.name(),
                        equivalent.reason());
            }
        }
        return Finding.of(Reason.LEVEL_OF_OTHER_SCHEME, held.name(), askedLevel.name());
    }

    private void addInterim(
            List<Finding> findings,
            Clearance clearance,
            ClearanceStatus status,
            ClearanceLevel held,
            @Nullable ReciprocityRule reciprocity) {
        if (!clearance.interim() || status.state() == State.EXPIRED) {
            return;
        }
        findings.add(Finding.of(
                asked.interimAccepted() ? Reason.INTERIM_ACCEPTED : Reason.INTERIM_NOT_ACCEPTED, held.name()));
        if (reciprocity != null) {
            findings.add(
                    Finding.of(Reason.RECIPROCITY_INTERIM, reciprocity.name()).from(reciprocity.source()));
        }
    }

    private void addAccesses(List<Finding> findings, Clearance clearance, ClearanceLevel held) {
        for (Access access : asked.accesses()) {
            boolean has = ClearanceCatalogue.usable(held, clearance.accesses()).contains(access);
            findings.add(Finding.of(has ? Reason.ACCESS_HELD : Reason.ACCESS_MISSING, access));
        }
    }

    private void addPolygraph(List<Finding> findings, Clearance clearance, @Nullable ReciprocityRule reciprocity) {
        if (asked.polygraph() == PolygraphRequirement.NONE) {
            return;
        }
        PolygraphExam exam = clearance.polygraph();
        Polygraph held = exam == null ? Polygraph.NONE : exam.typeOn(today);
        PolygraphRequirement.Match match = asked.polygraph().metBy(held);
        findings.add(polygraph(held, match));
        if (match == PolygraphRequirement.Match.NO && reciprocity != null) {
            findings.add(
                    Finding.of(Reason.RECIPROCITY_POLYGRAPH, reciprocity.name()).from(reciprocity.source()));
        }
    }

    private Finding polygraph(Polygraph held, PolygraphRequirement.Match match) {
        PolygraphRequirement wanted = asked.polygraph();
        return switch (match) {
            case YES ->
                held.name().equals(wanted.name())
                        ? Finding.of(Reason.POLYGRAPH_HELD, held)
                        : Finding.of(Reason.POLYGRAPH_COVERS, held, wanted);
            case UNCERTAIN -> Finding.of(Reason.POLYGRAPH_TYPE_UNCERTAIN, held);
            case NO ->
                held == Polygraph.NONE
                        ? Finding.of(Reason.POLYGRAPH_MISSING, wanted)
                        : Finding.of(Reason.POLYGRAPH_NOT_COVERED, held, wanted);
        };
    }

    private void addInvestigation(List<Finding> findings, Clearance clearance, @Nullable ReciprocityRule reciprocity) {
        Investigation investigation = clearance.investigation();
        YearMonth closed = investigation == null ? null : investigation.closed();
        if (reciprocity == null
                || investigation == null
                || closed == null
                || !investigation.isOlderThan(reciprocity.investigationYears(), today)) {
            return;
        }
        Reason reason = investigation.continuousVetting()
                ? Reason.RECIPROCITY_INVESTIGATION_OLD_BUT_VETTED
                : Reason.RECIPROCITY_INVESTIGATION_OLD;
        findings.add(Finding.of(reason, closed, String.valueOf(reciprocity.investigationYears()), reciprocity.name())
                .from(reciprocity.source()));
    }

    /** A sponsor opens a way where there was none. */
    private List<Finding> sponsored(List<Finding> findings) {
        if (!asked.willSponsor() || count(findings, Effect.EXCLUDES) == 0) {
            return findings;
        }
        List<Finding> softened = soften(findings, Effect.OPEN, Effect.EXCLUDES);
        softened.add(Finding.of(Reason.WILL_SPONSOR));
        return softened;
    }

    private List<Finding> preferred(List<Finding> findings) {
        if (!asked.isPreferred()) {
            return findings;
        }
        List<Finding> softened = soften(findings, Effect.CONDITION, Effect.EXCLUDES, Effect.OPEN);
        softened.add(Finding.of(Reason.ONLY_PREFERRED));
        return softened;
    }

    private static List<Finding> soften(List<Finding> findings, Effect to, Effect... from) {
        List<Finding> softened = new ArrayList<>();
        for (Finding finding : findings) {
            softened.add(List.of(from).contains(finding.effect()) ? finding.as(to) : finding);
        }
        return softened;
    }

    private static long count(List<Finding> findings, Effect effect) {
        return findings.stream().filter(finding -> finding.effect() == effect).count();
    }

    /** Whether the level settles it, so that status, accesses and polygraph don't come into it. */
    private static boolean isUnrelated(List<Finding> findings) {
        return switch (findings.get(0).reason()) {
            case LEVEL_OF_OTHER_SCHEME, LEVEL_IS_NO_CLEARANCE, HELD_LEVEL_UNKNOWN -> true;
            default -> false;
        };
    }
}
