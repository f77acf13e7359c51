package net.gatepost.candidate.search;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import net.gatepost.candidate.Availability;
import net.gatepost.candidate.Findable.Finder;
import net.gatepost.candidate.Relocation;
import net.gatepost.index.WordMatch;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.spatial.DistanceUnit;

/** Whom of the index a query means, without those who are kept from whoever asks. */
final class CandidatePredicates {

    /** More than any words score: whoever has one more of the skills that are wanted stands higher. */
    private static final float WANTED = 1_000;

    private CandidatePredicates() {}

    /** @param hidden the handles of those who are kept from the finder and whom the index may still show */
    static SearchPredicate all(
            SearchPredicateFactory factory, Finder finder, Collection<UUID> hidden, CandidateQuery query) {
        var all = factory.bool()
                .filter(factory.exists().field(CandidateFields.HANDLE))
                .mustNot(factory.terms()
                        .field(CandidateFields.BLOCKED)
                        .matchingAny(finder.eyes().stream()
                                .map(employer -> employer.id().toString())
                                .toList()))
                .mustNot(factory.terms().field(CandidateFields.EMPLOYED).matchingAny(finder.traces()));
        if (!hidden.isEmpty()) {
            all.mustNot(factory.terms()
                    .field(CandidateFields.HANDLE)
                    .matchingAny(hidden.stream().map(UUID::toString).toList()));
        }
        if (!query.text().isEmpty()) {
            all.must(WordMatch.all(factory, CandidateFields.TEXT, query.text()));
            all.should(WordMatch.some(factory, CandidateFields.HEAD, query.text(), 3));
            all.should(factory.phrase()
                    .field(CandidateFields.TEXT_EXACT)
                    .matching(query.text())
                    .boost(4));
        }
        query.skills()
                .forEach(skill ->
                        all.filter(factory.match().field(CandidateFields.SKILLS).matching(skill)));
        if (!query.wanted().isEmpty()) {
            var any = factory.bool().minimumShouldMatchNumber(1);
            query.wanted()
                    .forEach(skill -> any.should(factory.match()
                            .field(CandidateFields.SKILLS)
                            .matching(skill)
                            .constantScore()
                            .boost(WANTED)));
            all.must(any);
        }
        var clearance = query.clearance();
        if (clearance != null) {
            all.filter(factory.match().field(clearance.status().field()).matching(clearance.token()));
        }
        var since = query.since();
        if (since != null) {
            all.filter(factory.range()
                    .field(CandidateFields.CHANGED)
                    .atLeast(since.atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
        var near = query.near();
        if (near != null) {
            all.filter(factory.spatial()
                    .within()
                    .field(CandidateFields.POINT)
                    .circle(near.latitude(), near.longitude(), near.miles(), DistanceUnit.MILES));
        }
        var availability = query.availability();
        if (availability != null) {
            all.filter(factory.terms()
                    .field(CandidateFields.AVAILABILITY)
                    .matchingAny(Arrays.stream(Availability.values())
                            .filter(each -> each.compareTo(availability) <= 0)
                            .map(Enum::name)
                            .toList()));
        }
        var relocation = query.relocation();
        if (relocation != null) {
            all.filter(factory.terms()
                    .field(CandidateFields.RELOCATION)
                    .matchingAny(Arrays.stream(Relocation.values())
                            .filter(each -> each.compareTo(relocation) >= 0)
                            .map(Enum::name)
                            .toList()));
        }
        return all.toPredicate();
    }
}
