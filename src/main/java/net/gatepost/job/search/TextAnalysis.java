package net.gatepost.job.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.backend.lucene.analysis.model.dsl.LuceneAnalyzerOptionalComponentsStep;

/**
 * How a text becomes words, the same in the index of the process and in OpenSearch. Names that punctuation belongs to (C++, C#,
 * .NET) are spelled out before the text is cut, so that they survive it. Synonyms work on what is asked and not on what is stored:
 * a new one needs no new index of Lucene's, while OpenSearch keeps them with the index.
 */
public class TextAnalysis implements LuceneAnalysisConfigurer, ElasticsearchAnalysisConfigurer {

    public static final String ENGLISH = "gatepost-english";
    public static final String ENGLISH_WITH_SYNONYMS = "gatepost-english-query";
    public static final String EXACT = "gatepost-exact";

    static final String STOP_WORDS = "stopwords.txt";
    static final String SYNONYMS = "synonyms.txt";

    private static final String FOLDER = "net/gatepost/job/search/";

    /** Pattern and replacement, in turn. */
    private static final String[][] SPELLED_OUT = {
        {"(?i)(?<![\\p{L}\\p{N}])(asp|vb|ado)\\.net(?![\\p{L}\\p{N}])", "$1 dotnet"},
        {"(?i)(?<![\\p{L}\\p{N}.@/-])\\.net(?![\\p{L}\\p{N}])", "dotnet"},
        {"(?i)(?<![\\p{L}\\p{N}])c/c\\+\\+", "c cplusplus"},
        {"(?i)(?<![\\p{L}\\p{N}])([cg])\\+\\+", "$1plusplus"},
        {"(?i)(?<![\\p{L}\\p{N}])([cfj])#", "$1sharp"},
    };

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        // Each must come out of the synonyms' own analyzer (lower case, Porter's stems) as it comes out of these.
        english(context, ENGLISH);
        english(context, ENGLISH_WITH_SYNONYMS)
                .tokenFilter("synonymGraph")
                .param("synonyms", FOLDER + SYNONYMS)
                .param("analyzer", "org.apache.lucene.analysis.en.EnglishAnalyzer");
        lowerCase(context, EXACT);
    }

    private static LuceneAnalyzerOptionalComponentsStep english(
            LuceneAnalysisConfigurationContext context, String name) {
        var english = lowerCase(context, name);
        english.tokenFilter("englishPossessive");
        english.tokenFilter("stop").param("words", FOLDER + STOP_WORDS);
        english.tokenFilter("porterStem");
        return english;
    }

    private static LuceneAnalyzerOptionalComponentsStep lowerCase(
            LuceneAnalysisConfigurationContext context, String name) {
        var analyzer = context.analyzer(name).custom().tokenizer("standard");
        for (String[] rule : SPELLED_OUT) {
            analyzer.charFilter("patternReplace").param("pattern", rule[0]).param("replacement", rule[1]);
        }
        analyzer.tokenFilter("asciiFolding");
        analyzer.tokenFilter("lowercase");
        return analyzer;
    }

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        var spelledOut = IntStream.range(0, SPELLED_OUT.length)
                .mapToObj(rule -> "gatepost-spelled-out-" + rule)
                .toArray(String[]::new);
        for (int rule = 0; rule < SPELLED_OUT.length; rule++) {
            context.charFilter(spelledOut[rule])
                    .type("pattern_replace")
                    .param("pattern", SPELLED_OUT[rule][0])
                    .param("replacement", SPELLED_OUT[rule][1]);
        }
        context.tokenFilter("gatepost-possessive").type("stemmer").param("language", "possessive_english");
        context.tokenFilter("gatepost-stop").type("stop").param("stopwords", lines(STOP_WORDS));
        // Read by what stands before it in its analyzer, so that they come out as the words of a text do.
        context.tokenFilter("gatepost-synonyms").type("synonym_graph").param("synonyms", lines(SYNONYMS));
        var lowerCase = List.of("asciifolding", "lowercase");
        var english = with(lowerCase, "gatepost-possessive", "gatepost-stop", "porter_stem");
        Map.of(EXACT, lowerCase, ENGLISH, english, ENGLISH_WITH_SYNONYMS, with(english, "gatepost-synonyms"))
                .forEach((name, filters) -> context.analyzer(name)
                        .custom()
                        .tokenizer("standard")
                        .charFilters(spelledOut)
                        .tokenFilters(filters.toArray(String[]::new)));
    }

    private static List<String> with(List<String> filters, String... more) {
        return Stream.concat(filters.stream(), Stream.of(more)).toList();
    }

    /** Without what is said in a file and meant for its readers. */
    private static String[] lines(String file) {
        var resource = Objects.requireNonNull(TextAnalysis.class.getResourceAsStream(file), file);
        try (var text = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toArray(String[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
