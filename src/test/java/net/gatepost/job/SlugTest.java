package net.gatepost.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Signals Systems Engineer | signals-systems-engineer",
                "C++ / C# Developer (TS/SCI) | c-plus-plus-c-sharp-developer-ts-sci",
                "Ingénieur système | ingenieur-systeme",
                "工程师 | job",
                "--- | job",
            })
    void aTitleBecomesTheReadableEndOfAnAddress(String title, String slug) {
        assertThat(Slug.of(title)).isEqualTo(slug);
    }

    @org.junit.jupiter.api.Test
    void aLongTitleIsCutWithoutAHyphenAtItsEnd() {
        assertThat(Slug.of("a".repeat(79) + " b")).isEqualTo("a".repeat(79)).hasSizeLessThanOrEqualTo(Slug.LONGEST);
    }
}
