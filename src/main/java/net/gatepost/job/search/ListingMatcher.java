package net.gatepost.job.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.job.Listings;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Searching the other way round: which of many kept queries find one of a few new listings. Anchors lead from a listing to
 * the queries that may find it; whether one does is decided by the search page's own predicates in the search page's own
 * index, so the two can't disagree.
 */
@Component
public class ListingMatcher {

    /** To be changed with what {@link Anchors} makes of a query, so that kept ones are anchored afresh. */
    private static final String VERSION = "1";

    private static final List<String> WORDS = List.of(
            ListingFields.TEXT,
            ListingFields.TITLE_EXACT,
            ListingFields.EMPLOYER_EXACT,
            ListingFields.DESCRIPTION_EXACT);

    private final MatchingIndex index;
    private final Listings listings;
    private final ClearanceCatalogue catalogue;
    private final JsonMapper json;
    private final Clock clock;
    private final String rules = VERSION + '-' + wordRules();

    ListingMatcher(MatchingIndex index, Listings listings, ClearanceCatalogue catalogue, JsonMapper json, Clock clock) {
        this.index = index;
        this.listings = listings;
        this.catalogue = catalogue;
        this.json = json;
        this.clock = clock;
    }

    /** Names the rules that anchors are found by; what was anchored by others must be anchored afresh. */
    public String rules() {
        return rules;
    }

    /** One of these is an anchor of every listing that the query finds. */
    public Set<String> anchors(ListingQuery query) {
        var text = new Predicates(index.predicates(), catalogue, query, clock.instant()).of(Filter.TEXT);
        try (var frequencies = index.frequencies()) {
            return new Anchors(frequencies)
                    .of(query, text.map(ListingMatcher::lucene).orElse(null));
        }
    }

    /** Looks at these listings as the index knows them now. */
    public Batch batch(Collection<UUID> ids) {
        return new Batch(ids);
    }

    /** Some listings that are live and in the index, to be held against many queries. For one thread. */
    public final class Batch implements AutoCloseable {

        private final SearchPredicateFactory factory = index.predicates();
        private final IndexReader reader;
        private final IndexSearcher searcher;
        private final Instant now = clock.instant();
        private final List<Part> parts = new ArrayList<>();
        private final Set<UUID> found = new HashSet<>();

        /** Those in one segment, in the order of their numbers there. */
        private record Part(LeafReaderContext segment, int[] documents, List<UUID> ids) {}

        private Batch(Collection<UUID> ids) {
            this.reader = index.open(ids);
            this.searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            var among = ids.stream().map(id -> new BytesRef(id.toString())).toList();
            var live = listings.liveAmong(ids);
            var everything = new Predicates(factory, catalogue, ListingQuery.everything(), now).all();
            find(new TermInSetQuery(ListingFields.ORDER, among), live);
            retain(lucene(everything));
        }

        /** Those of the listings that are live, and that the index has. */
        public Set<UUID> found() {
            return found;
        }

        /** Those of the anchors that one of the listings has at least. */
        public Set<String> anchors() {
            Set<String> anchors = new HashSet<>();
            try {
                for (var part : parts) {
                    var vectors = part.segment().reader().termVectors();
                    var stored = part.segment().reader().storedFields();
                    for (int document : part.documents()) {
                        var card = stored.document(document, Set.of(ListingFields.CARD))
                                .get(ListingFields.CARD);
                        anchors.addAll(Anchors.of(json.readValue(card, ListingCard.class)));
                        // Once for all: it unpacks those of all fields, and of the documents around it.
                        var fields = vectors.get(document);
                        for (String field : fields == null ? List.<String>of() : WORDS) {
                            var words = fields.terms(field);
                            if (words != null) {
                                var each = words.iterator();
                                for (var word = each.next(); word != null; word = each.next()) {
                                    anchors.add(Anchors.anchor(field, word.utf8ToString()));
                                }
                            }
                        }
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return anchors;
        }

        /** Those of the listings that the search page finds by the query, with all of its words. */
        public List<UUID> matching(ListingQuery query) {
            var predicates = new Predicates(factory, catalogue, query, now);
            List<UUID> matching = new ArrayList<>();
            for (var part : matching(lucene(predicates.filtersAlone()))) {
                matching.addAll(part.ids());
            }
            return matching;
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private void find(Query query, Set<UUID> wanted) {
            try {
                var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
                for (var segment : reader.leaves()) {
                    var scorer = weight.scorer(segment);
                    if (scorer == null) {
                        continue;
                    }
                    var alive = segment.reader().getLiveDocs();
                    var names = DocValues.getSortedSet(segment.reader(), ListingFields.ORDER);
                    var documents = new ArrayList<Integer>();
                    var ids = new ArrayList<UUID>();
                    var each = scorer.iterator();
                    while (each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                        int document = each.docID();
                        if ((alive == null || alive.get(document)) && names.advanceExact(document)) {
                            var id = UUID.fromString(
                                    names.lookupOrd(names.nextOrd()).utf8ToString());
                            if (wanted.contains(id)) {
                                documents.add(document);
                                ids.add(id);
                            }
                        }
                    }
                    add(new Part(
                            segment,
                            documents.stream().mapToInt(Integer::intValue).toArray(),
                            ids));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private void retain(Query query) {
            var left = matching(query);
            parts.clear();
            found.clear();
            left.forEach(this::add);
        }

        private void add(Part part) {
            if (!part.ids().isEmpty()) {
                parts.add(part);
                found.addAll(part.ids());
            }
        }

        /** Only the segments that hold one of the listings are looked at, and in them only these. */
        private List<Part> matching(Query query) {
            List<Part> matching = new ArrayList<>();
            try {
                var weight = searcher.createWeight(
                        searcher.rewrite(new ConstantScoreQuery(query)), ScoreMode.COMPLETE_NO_SCORES, 1);
                for (var part : parts) {
                    var scorer = weight.scorer(part.segment());
                    if (scorer == null) {
                        continue;
                    }
                    var hits = scorer.iterator();
                    var documents = new ArrayList<Integer>();
                    var ids = new ArrayList<UUID>();
                    int hit = -1;
                    for (int at = 0; at < part.documents().length && hit != DocIdSetIterator.NO_MORE_DOCS; at++) {
                        int document = part.documents()[at];
                        if (hit < document) {
                            hit = hits.advance(document);
                        }
                        if (hit == document) {
                            documents.add(document);
                            ids.add(part.ids().get(at));
                        }
                    }
                    if (!ids.isEmpty()) {
                        matching.add(new Part(
                                part.segment(),
                                documents.stream().mapToInt(Integer::intValue).toArray(),
                                ids));
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return matching;
        }
    }

    private static Query lucene(SearchPredicate predicate) {
        return LuceneMigrationUtils.toLuceneQuery(predicate);
    }

    private static String wordRules() {
        var sum = new CRC32();
        for (String file : List.of(TextAnalysis.SYNONYMS, TextAnalysis.STOP_WORDS)) {
            try (var text = ListingMatcher.class.getResourceAsStream(file)) {
                sum.update(Objects.requireNonNull(text, file).readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        sum.update(TextAnalysis.ENGLISH_WITH_SYNONYMS.getBytes(UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
