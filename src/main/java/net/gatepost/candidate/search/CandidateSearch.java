package net.gatepost.candidate.search;

import jakarta.persistence.EntityManagerFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import net.gatepost.candidate.Availability;
import net.gatepost.candidate.Findable;
import net.gatepost.candidate.Findable.Finder;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.spatial.DistanceUnit;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.springframework.stereotype.Service;

/**
 * Finds members who let themselves be found, for one employer. Who is kept from it is left out of the query and so of the
 * counts too: by the index as far as it has followed, and by the database for what has changed since.
 */
@Service
public class CandidateSearch {

    /** By its name, because the entity is nobody's but its own package's. */
    public static final String PROFILE = "Profile";

    private final EntityManagerFactory entityManagers;
    private final Findable findable;

    CandidateSearch(EntityManagerFactory entityManagers, Findable findable) {
        this.entityManagers = entityManagers;
        this.findable = findable;
    }

    /**
     * One page of what was found.
     *
     * @param handles in order
     * @param total of all
     */
    public record Found(List<UUID> handles, long total) {

        public int pages() {
            long pages = (total + CandidateQuery.PAGE_SIZE - 1) / CandidateQuery.PAGE_SIZE;
            return (int) Math.max(1, Math.min(CandidateQuery.MOST_PAGES, pages));
        }
    }

    /** @throws net.gatepost.candidate.CatchingUp if more has changed than can be left out of a query */
    public Found search(Finder finder, CandidateQuery query) {
        Collection<UUID> hidden = findable.hiddenFrom(finder);
        try (var entityManager = entityManagers.createEntityManager()) {
            SearchScope<Object> scope = Search.mapping(entityManagers).scope(Object.class, PROFILE);
            var result = Search.session(entityManager)
                    .search(scope)
                    .select(values -> values.field(CandidateFields.HANDLE, String.class))
                    .where(all(scope.predicate(), finder, hidden, query))
                    .sort(sort -> (query.text().isEmpty()
                                    ? sort.field(CandidateFields.CHANGED).desc()
                                    : sort.score()
                                            .then()
                                            .field(CandidateFields.CHANGED)
                                            .desc())
                            .then()
                            .field(CandidateFields.HANDLE))
                    .fetch((query.page() - 1) * CandidateQuery.PAGE_SIZE, CandidateQuery.PAGE_SIZE);
            return new Found(
                    result.hits().stream().map(UUID::fromString).toList(),
                    result.total().hitCount());
        }
    }

    private SearchPredicate all(
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
            all.must(factory.match()
                    .field(CandidateFields.TEXT)
                    .matching(query.text())
                    .minimumShouldMatchPercent(100));
            all.should(factory.match()
                    .field(CandidateFields.HEAD)
                    .matching(query.text())
                    .boost(3));
            all.should(factory.phrase()
                    .field(CandidateFields.TEXT_EXACT)
                    .matching(query.text())
                    .boost(4));
        }
        var held = query.held();
        if (held != null) {
            all.filter(factory.match().field(CandidateFields.HOLDS).matching(held));
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
        return all.toPredicate();
    }

    /** Whether nobody is in the index. */
    public boolean isEmpty() {
        try (var entityManager = entityManagers.createEntityManager()) {
            SearchScope<Object> scope = Search.mapping(entityManagers).scope(Object.class, PROFILE);
            return Search.session(entityManager)
                            .search(scope)
                            .where(scope.predicate().matchAll().toPredicate())
                            .fetchTotalHitCount()
                    == 0;
        }
    }

    /** Those of these that the index shows, to anybody or to this employer. */
    public List<UUID> stillShown(Collection<UUID> handles) {
        try (var entityManager = entityManagers.createEntityManager()) {
            SearchScope<Object> scope = Search.mapping(entityManagers).scope(Object.class, PROFILE);
            return Search.session(entityManager)
                    .search(scope)
                    .select(values -> values.field(CandidateFields.HANDLE, String.class))
                    .where(scope.predicate()
                            .terms()
                            .field(CandidateFields.HANDLE)
                            .matchingAny(handles.stream().map(UUID::toString).toList())
                            .toPredicate())
                    .fetchHits(handles.size())
                    .stream()
                    .map(UUID::fromString)
                    .toList();
        }
    }

    /** Whether the index shows this profile and doesn't know yet that it is kept from the employer. */
    public boolean isShownTo(UUID handle, UUID employerId) {
        try (var entityManager = entityManagers.createEntityManager()) {
            SearchScope<Object> scope = Search.mapping(entityManagers).scope(Object.class, PROFILE);
            var factory = scope.predicate();
            return Search.session(entityManager)
                            .search(scope)
                            .where(factory.bool()
                                    .filter(factory.match()
                                            .field(CandidateFields.HANDLE)
                                            .matching(handle.toString()))
                                    .mustNot(factory.match()
                                            .field(CandidateFields.BLOCKED)
                                            .matching(employerId.toString()))
                                    .toPredicate())
                            .fetchTotalHitCount()
                    > 0;
        }
    }
}
