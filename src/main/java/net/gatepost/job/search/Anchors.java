package net.gatepost.job.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.job.Workplace;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of a query: a listing that has none of them can't be found by it. Of the query's words and filters the one
 * that the fewest listings pass is taken; what can't be told from words and values (an age, a pay) anchors nothing. Which
 * is taken decides how much work a new listing makes, never what is found.
 */
final class Anchors {

    /** Every listing has it: for queries that nothing anchors. */
    static final String ALL = "*";

    static final int LONGEST = 100;

    /** A circle over more of them anchors nothing. */
    private static final int MOST_CELLS = 30;

    /** How many listings a cell of the map is taken to hold, as a share of all. */
    private static final int CELL_SHARE = 40;

    private static final double MILES_A_DEGREE = 68.7;

    /** Where degrees of longitude are still degrees of some size. */
    private static final int FAR_NORTH = 75;

    private static final Set<String> EXACT_FIELDS =
            Set.of(ListingFields.TITLE_EXACT, ListingFields.EMPLOYER_EXACT, ListingFields.DESCRIPTION_EXACT);

    private final MatchingIndex.Frequencies frequencies;

    Anchors(MatchingIndex.Frequencies frequencies) {
        this.frequencies = frequencies;
    }

    /** Any of these; {@code cost} is how many listings have one. */
    private record Choice(Set<String> anchors, long cost) {}

    /** @param text what the query's words come to in the index, if it has any */
    Set<String> of(ListingQuery query, @Nullable Query text) {
        return Stream.of(
                        text == null ? null : choice(text),
                        values(ListingFields.CLEARANCE, query.clearances(), RequirementKey::format),
                        values(ListingFields.POLYGRAPH, query.polygraphs(), Enum::name),
                        values(ListingFields.WORKPLACE, query.workplaces(), Enum::name),
                        values(ListingFields.EMPLOYMENT, query.employments(), Enum::name),
                        values(ListingFields.EMPLOYER, query.employers(), slug -> slug),
                        near(query.near()))
                .filter(Objects::nonNull)
                .min(Comparator.comparingLong(Choice::cost))
                .map(Choice::anchors)
                .orElse(Set.of(ALL));
    }

    /** Those that a listing has by its values; its words are in the index's vectors. */
    static Set<String> of(ListingCard card) {
        Set<String> anchors = new HashSet<>();
        anchors.add(ALL);
        anchors.add(anchor(ListingFields.CLEARANCE, card.clearance()));
        anchors.add(anchor(ListingFields.POLYGRAPH, card.polygraph().name()));
        anchors.add(anchor(ListingFields.EMPLOYER, card.employerSlug()));
        if (card.workplace() != null) {
            anchors.add(anchor(ListingFields.WORKPLACE, card.workplace().name()));
        }
        if (card.employment() != null) {
            anchors.add(anchor(ListingFields.EMPLOYMENT, card.employment().name()));
        }
        if (card.latitude() != null && card.longitude() != null) {
            anchors.add(cell((int) Math.floor(card.latitude()), (int) Math.floor(card.longitude())));
        }
        return anchors;
    }

    static String anchor(String field, String term) {
        String of = (EXACT_FIELDS.contains(field) ? "exact" : field) + ':' + term;
        return of.length() <= LONGEST ? of : of.substring(0, LONGEST);
    }

    private static String cell(int latitude, int longitude) {
        return "cell:" + latitude + ',' + longitude;
    }

    private <T> @Nullable Choice values(String field, Collection<T> values, Function<T, String> format) {
        return values.isEmpty()
                ? null
                : any(values.stream()
                        .map(value -> term(new Term(field, format.apply(value))))
                        .toList());
    }

    /** Remote work is found wherever one is. */
    private @Nullable Choice near(@Nullable Near near) {
        if (near == null) {
            return null;
        }
        double reach = (near.miles() * 1.02 + 1) / MILES_A_DEGREE;
        double north = Math.abs(near.latitude()) + reach;
        double breadth = reach / Math.cos(Math.toRadians(Math.min(north, FAR_NORTH)));
        double west = near.longitude() - breadth;
        double east = near.longitude() + breadth;
        if (north > FAR_NORTH || west < -180 || east > 180) {
            return null;
        }
        Set<String> cells = new HashSet<>();
        for (int y = (int) Math.floor(near.latitude() - reach); y <= near.latitude() + reach; y++) {
            for (int x = (int) Math.floor(west); x <= east; x++) {
                cells.add(cell(y, x));
            }
        }
        if (cells.size() > MOST_CELLS) {
            return null;
        }
        long share = (long) cells.size() * frequencies.listings() / CELL_SHARE;
        return any(List.of(new Choice(cells, share), term(new Term(ListingFields.WORKPLACE, Workplace.REMOTE.name()))));
    }

    /** What a listing must have for a query of words to find it; null where that can't be told. */
    private @Nullable Choice choice(Query query) {
        if (query instanceof TermQuery one) {
            return wordAnchors(one.getTerm());
        } else if (query instanceof SynonymQuery synonyms) {
            return anyKnown(synonyms.getTerms().stream().map(this::wordAnchors).toList());
        } else if (query instanceof BoostQuery boosted) {
            return choice(boosted.getQuery());
        } else if (query instanceof ConstantScoreQuery constant) {
            return choice(constant.getQuery());
        } else if (query instanceof PhraseQuery phrase) {
            return cheapest(Arrays.stream(phrase.getTerms()).map(this::wordAnchors));
        } else if (query instanceof MultiPhraseQuery phrase) {
            return cheapest(Arrays.stream(phrase.getTermArrays())
                    .map(terms ->
                            anyKnown(Arrays.stream(terms).map(this::wordAnchors).toList())));
        } else if (query instanceof BooleanQuery several) {
            return choice(several);
        } else if (query instanceof MatchNoDocsQuery) {
            return new Choice(Set.of(), 0);
        }
        return null;
    }

    private @Nullable Choice choice(BooleanQuery several) {
        var required =
                several.clauses().stream().filter(BooleanClause::isRequired).toList();
        var optional = several.clauses().stream()
                .filter(clause -> clause.getOccur() == BooleanClause.Occur.SHOULD)
                .map(clause -> choice(clause.getQuery()))
                .toList();
        int least = Math.max(several.getMinimumNumberShouldMatch(), required.isEmpty() ? 1 : 0);
        // Of n that may be there and m that must be, one of any n - m + 1 must be.
        var some = least == 0 || least > optional.size()
                ? null
                : anyKnown(optional.stream()
                        .sorted(Comparator.comparingLong(one -> one == null ? Long.MAX_VALUE : one.cost()))
                        .limit(optional.size() - least + 1L)
                        .toList());
        return cheapest(
                Stream.concat(required.stream().map(clause -> choice(clause.getQuery())), Stream.ofNullable(some)));
    }

    private static @Nullable Choice cheapest(Stream<@Nullable Choice> choices) {
        return choices.filter(Objects::nonNull)
                .min(Comparator.comparingLong(Choice::cost))
                .orElse(null);
    }

    private static @Nullable Choice anyKnown(List<@Nullable Choice> choices) {
        return choices.contains(null)
                ? null
                : any(choices.stream().map(Objects::requireNonNull).toList());
    }

    private static Choice any(List<Choice> choices) {
        Set<String> all = new HashSet<>();
        choices.forEach(one -> all.addAll(one.anchors()));
        return new Choice(all, choices.stream().mapToLong(Choice::cost).sum());
    }

    private @Nullable Choice wordAnchors(Term word) {
        return word.field().equals(ListingFields.TEXT) || EXACT_FIELDS.contains(word.field()) ? term(word) : null;
    }

    private Choice term(Term term) {
        return new Choice(Set.of(anchor(term.field(), term.text())), frequencies.listingsWith(term));
    }
}
