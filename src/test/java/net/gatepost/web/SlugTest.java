package net.gatepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    private static String slug(String text) {
        return Slug.of(text, "job", 80);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Signals Systems Engineer | signals-systems-engineer",
                "C++ / C# Developer (TS/SCI) | c-plus-plus-c-sharp-developer-ts-sci",
                "Analyst, position #4 | analyst-position-4",
                "Ingénieur système | ingenieur-systeme",
                "Halden Ridge Systems, Inc. | halden-ridge-systems-inc",
                "Smith & Møller's Café | smith-and-m-llers-cafe",
                "Smith&Sons’ Works | smith-and-sons-works",
                "工程师 | job",
                "--- | job",
            })
    void aNameBecomesTheReadableEndOfAnAddress(String name, String slug) {
        assertThat(slug(name)).isEqualTo(slug);
    }

    @Test
    void aLongNameIsCutWithoutAHyphenAtItsEnd() {
        assertThat(slug("a".repeat(79) + " b")).isEqualTo("a".repeat(79));
        assertThat(slug("a".repeat(80) + "b")).isEqualTo("a".repeat(80));
        assertThat(Slug.of("x".repeat(150), "employer", 70)).hasSize(70);
    }

    @Test
    void aNameWithoutALatinLetterHasTheWordThatIsGiven() {
        assertThat(Slug.of("日本", "employer", 70)).isEqualTo("employer");
        assertThat(Slug.of("", "employer", 70)).isEqualTo("employer");
    }

    @Test
    void aSlugIsItsOwnSlug() {
        String slug = slug("C++ & Ada Engineer");
        assertThat(slug(slug)).isEqualTo(slug);
    }
}
