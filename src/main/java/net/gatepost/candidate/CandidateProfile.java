package net.gatepost.candidate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.gatepost.clearance.Clearance;

/**
 * A profile as it is stored, unmasked. For its owner and for what decides about it; whatever is shown to somebody else
 * goes through {@link CandidatePages}.
 *
 * @param version of basics, plans and personal; -1 while nothing has been said yet
 */
public record CandidateProfile(
        long version,
        Visibility visibility,
        Basics basics,
        Plans plans,
        Personal personal,
        Map<Section<?>, List<? extends Row<?>>> rows) {

    /** The profile of somebody who has said nothing yet. */
    public static final CandidateProfile EMPTY =
            new CandidateProfile(-1, Visibility.SEALED, Basics.NONE, Plans.NONE, Personal.NONE, Map.of());

    static CandidateProfile of(Profile profile, Collection<ProfileRow<?>> rows) {
        return new CandidateProfile(
                profile.version(),
                profile.visibility(),
                profile.basics(),
                profile.plans(),
                profile.personal(),
                Section.ALL.stream().collect(Collectors.toMap(Function.identity(), section -> rowsOf(section, rows))));
    }

    private static <T> List<Row<T>> rowsOf(Section<T> section, Collection<ProfileRow<?>> all) {
        return all.stream()
                .flatMap(row -> section.cast(row).stream())
                .map(ProfileRow::toRow)
                .toList();
    }

    @SuppressWarnings("unchecked") // a section's rows hold what the section holds
    public <T> List<Row<T>> rows(Section<T> section) {
        return (List<Row<T>>) rows.getOrDefault(section, List.of());
    }

    /** The clearances alone, for eligibility. */
    public List<Clearance> clearances() {
        return rows(Section.CLEARANCES).stream().map(Row::content).toList();
    }

    /** Whom the owner works for now: named as such, or by a job without an end; each once. */
    public List<String> currentEmployers() {
        var named = Stream.ofNullable(personal.employerName());
        var held = rows(Section.WORK).stream()
                .map(Row::content)
                .filter(work -> work.ended() == null)
                .map(Work::employer);
        return Stream.concat(named, held).distinct().toList();
    }

    /** What it lacks, most useful first. */
    public List<Missing> missing() {
        return Missing.in(this);
    }

    /** Withheld: a profile belongs in no log, not even by accident. */
    @Override
    public String toString() {
        return "CandidateProfile[withheld]";
    }
}
