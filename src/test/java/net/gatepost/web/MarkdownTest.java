package net.gatepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void rendersWhatAnAdvertisementNeeds() {
        assertThat(Markdown.toHtml("## What you would do\n\n- design\n- *test*\n\n[site](https://example.org)"))
                .contains("<h2>What you would do</h2>", "<li>design</li>", "<em>test</em>")
                .contains("href=\"https://example.org\"", "nofollow");
    }

    @Test
    void aWritersTopHeadingStepsBelowThePagesOwn() {
        assertThat(Markdown.toHtml("# Loud")).contains("<h2>Loud</h2>").doesNotContain("<h1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "[x](data:text/html,<script>alert(1)</script>)",
                "![x](https://tracker.example/pixel.gif)",
                "<a href=\"https://example.org\" onclick=\"alert(1)\">x</a>",
                "<style>body{display:none}</style>",
                "<https://example.org/\" onmouseover=\"alert(1)>",
            })
    void nothingActiveSurvives(String hostile) {
        assertThat(Markdown.toHtml(hostile))
                .doesNotContainIgnoringCase("<script", "<img", "<style", "javascript:", "href=\"data:")
                .doesNotContainPattern("<[^>]*\\son\\w+=");
    }

    @Test
    void textForSummariesHasNoMarkup() {
        assertThat(Markdown.toText("## Duties\n\nDesign *and* [test](https://example.org)."))
                .contains("Duties", "Design and")
                .doesNotContain("#", "*");
    }
}
