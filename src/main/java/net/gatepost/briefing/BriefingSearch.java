package net.gatepost.briefing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.gatepost.index.WordMatch;
import net.gatepost.job.search.TextQuery;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.springframework.stereotype.Service;

/**
 * Finds published briefings by their words, as listings are found: with stems, synonyms and quoted phrases. The index follows
 * with a delay, so what it finds is read from the database, which knows what was withdrawn.
 */
@Service
public class BriefingSearch {

    /** As deep as anybody can page. */
    public static final int MOST_PAGES = 50;

    /** By its name, as the index knows it. */
    static final String BRIEFING = "Briefing";

    private final EntityManagerFactory entityManagers;
    private final Briefings briefings;

    BriefingSearch(EntityManagerFactory entityManagers, Briefings briefings) {
        this.entityManagers = entityManagers;
        this.briefings = briefings;
    }

    /** @param total of all pages */
    public record Found(List<PublishedBriefing> briefings, long total) {

        public Found {
            briefings = List.copyOf(briefings);
        }
    }

    /**
     * One page of what has all the words, what they fit best first.
     *
     * @param page counts from 1; beyond {@value #MOST_PAGES} there is nothing
     */
    public Found search(TextQuery text, int page) {
        if (page > MOST_PAGES) {
            return new Found(List.of(), 0);
        }
        return inIndex((session, scope) -> {
            var found = session.search(scope)
                    .select(values -> values.field(BriefingFields.ORDER, String.class))
                    .where(predicate(scope.predicate(), text))
                    .sort(sort -> sort.score()
                            .then()
                            .field(BriefingFields.PUBLISHED)
                            .desc()
                            .then()
                            .field(BriefingFields.ORDER))
                    .fetch((page - 1) * Briefings.PAGE_SIZE, Briefings.PAGE_SIZE);
            var ids = found.hits().stream().map(UUID::fromString).toList();
            Map<UUID, PublishedBriefing> published =
                    briefings.publishedAmong(ids).stream().collect(toMap(PublishedBriefing::id, identity()));
            return new Found(
                    ids.stream().map(published::get).filter(Objects::nonNull).toList(),
                    found.total().hitCount());
        });
    }

    private static SearchPredicate predicate(SearchPredicateFactory factory, TextQuery text) {
        var all = factory.bool();
        String words = String.join(" ", text.words());
        if (words.isEmpty()) {
            all.must(factory.matchAll());
        } else {
            all.must(WordMatch.all(factory, BriefingFields.TEXT, words));
            all.should(WordMatch.some(factory, BriefingFields.HEADLINE, words, 4));
            all.should(
                    factory.phrase().field(BriefingFields.EXACT).matching(words).boost(2));
        }
        text.phrases()
                .forEach(phrase ->
                        all.must(factory.phrase().field(BriefingFields.EXACT).matching(phrase)));
        text.unwanted().forEach(word -> all.mustNot(WordMatch.all(factory, BriefingFields.TEXT, word)));
        return all.toPredicate();
    }

    /** What is asked of the index. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(SearchSession session, SearchScope<Object> scope);
    }

    /** Without a transaction: the index is not in one, and a connection would only wait meanwhile. */
    private <T> T inIndex(Question<T> question) {
        try (var entityManager = entityManagers.createEntityManager()) {
            return question.ask(
                    Search.session(entityManager),
                    Search.mapping(entityManagers).scope(Object.class, BRIEFING));
        }
    }
}
