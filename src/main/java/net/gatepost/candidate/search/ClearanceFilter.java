package net.gatepost.candidate.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.Polygraph;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;

/**
 * The clearance that is looked for: whoever holds one that is all of this at once.
 *
 * @param level at least this level, with these accesses
 * @param polygraph that answers this one, sat for that very clearance
 */
public record ClearanceFilter(
        RequirementKey level, HeldStatus status, PolygraphRequirement polygraph, InvestigationAge investigation) {

    public static ClearanceFilter of(RequirementKey level) {
        return new ClearanceFilter(level, HeldStatus.ANY, PolygraphRequirement.NONE, InvestigationAge.ANY);
    }

    /** Every filter that finds who holds this clearance. */
    public static Stream<ClearanceFilter> metBy(Clearance held, ClearanceCatalogue catalogue, LocalDate today) {
        var exam = held.polygraph();
        Polygraph sat = exam == null ? Polygraph.NONE : exam.type();
        var statuses = HeldStatus.of(catalogue.status(held, today).state());
        var polygraphs = Arrays.stream(PolygraphRequirement.values())
                .filter(asked -> asked.metBy(sat) == PolygraphRequirement.Match.YES)
                .toList();
        var ages = InvestigationAge.of(held.investigation(), today);
        return catalogue.keysSatisfiedBy(held.key()).stream()
                .flatMap(level -> statuses.stream()
                        .flatMap(status -> polygraphs.stream()
                                .flatMap(asked ->
                                        ages.stream().map(age -> new ClearanceFilter(level, status, asked, age)))));
    }

    public ClearanceFilter with(HeldStatus other) {
        return new ClearanceFilter(level, other, polygraph, investigation);
    }

    public ClearanceFilter with(PolygraphRequirement other) {
        return new ClearanceFilter(level, status, other, investigation);
    }

    public ClearanceFilter with(InvestigationAge other) {
        return new ClearanceFilter(level, status, polygraph, other);
    }

    /** As the field of the {@link #status} has it, such as {@code us.top-secret+sci/ci/five_years}. */
    public String token() {
        var token = new StringBuilder(level.format());
        if (polygraph != PolygraphRequirement.NONE) {
            token.append('/').append(polygraph.name().toLowerCase(Locale.ROOT));
        }
        if (investigation != InvestigationAge.ANY) {
            token.append('/').append(investigation.name().toLowerCase(Locale.ROOT));
        }
        return token.toString();
    }
}
