package net.gatepost.index;

import com.google.gson.JsonObject;
import org.hibernate.search.backend.elasticsearch.ElasticsearchExtension;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * Looks for words in a field whose words have synonyms. A synonym of several words need not stand together: so Lucene has it, and
 * OpenSearch has to be told.
 */
public final class WordMatch {

    private WordMatch() {}

    /** Where all of them are, or a synonym of each. */
    public static SearchPredicate all(SearchPredicateFactory factory, String field, String words) {
        return factory.extension()
                .ifSupported(ElasticsearchExtension.get(), opensearch -> {
                    var match = match(words);
                    match.addProperty("minimum_should_match", "100%");
                    return opensearch.fromJson(query(field, match));
                })
                .orElse(any -> any.match().field(field).matching(words).minimumShouldMatchPercent(100))
                .toPredicate();
    }

    /**
     * Where some of them are, those with more of them higher.
     *
     * @param boost how much more it counts than others
     */
    public static SearchPredicate some(SearchPredicateFactory factory, String field, String words, float boost) {
        return factory.extension()
                .ifSupported(ElasticsearchExtension.get(), opensearch -> {
                    var match = match(words);
                    match.addProperty("boost", boost);
                    return opensearch.fromJson(query(field, match));
                })
                .orElse(any -> any.match().field(field).matching(words).boost(boost))
                .toPredicate();
    }

    private static JsonObject match(String words) {
        var match = new JsonObject();
        match.addProperty("query", words);
        match.addProperty("auto_generate_synonyms_phrase_query", false);
        return match;
    }

    private static JsonObject query(String field, JsonObject match) {
        var byField = new JsonObject();
        byField.add(field, match);
        var query = new JsonObject();
        query.add("match", byField);
        return query;
    }
}
