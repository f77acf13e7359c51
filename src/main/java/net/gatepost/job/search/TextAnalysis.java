package net.gatepost.job.search;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How a text becomes words. Names that punctuation belongs to (C++, C#, .NET) are spelled out before the text is cut, so
 * that they survive it. Synonyms work on what is asked and not on what is stored: a new one needs no new index.
 */
public class TextAnalysis implements LuceneAnalysisConfigurer {

    public static final String ENGLISH = "gatepost-english";
    public static final String ENGLISH_WITH_SYNONYMS = "gatepost-english-query";
    public static final String EXACT = "gatepost-exact";

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
        var stored = context.analyzer(ENGLISH).custom().tokenizer("standard");
        spellOut(stored);
        stored.tokenFilter("asciiFolding");
        stored.tokenFilter("lowercase");
        stored.tokenFilter("englishPossessive");
        stored.tokenFilter("stop").param("words", FOLDER + "stopwords.txt");
        stored.tokenFilter("porterStem");

        var asked = context.analyzer(ENGLISH_WITH_SYNONYMS).custom().tokenizer("standard");
        spellOut(asked);
        asked.tokenFilter("asciiFolding");
        asked.tokenFilter("lowercase");
        asked.tokenFilter("englishPossessive");
        asked.tokenFilter("stop").param("words", FOLDER + "stopwords.txt");
        asked.tokenFilter("porterStem");
        asked.tokenFilter("synonymGraph")
                .param("synonyms", FOLDER + "synonyms.txt")
                .param("analyzer", "org.apache.lucene.analysis.en.EnglishAnalyzer");

        var exact = context.analyzer(EXACT).custom().tokenizer("standard");
        spellOut(exact);
        exact.tokenFilter("asciiFolding");
        exact.tokenFilter("lowercase");
    }

    private static void spellOut(
            org.hibernate.search.backend.lucene.analysis.model.dsl.LuceneAnalyzerOptionalComponentsStep analyzer) {
        for (String[] rule : SPELLED_OUT) {
            analyzer.charFilter("patternReplace").param("pattern", rule[0]).param("replacement", rule[1]);
        }
    }
}
