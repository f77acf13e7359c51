package net.gatepost.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    private static final Personal PERSONAL = new Personal("US", null, "+1 410 555 0100", "Acme, Inc.", "acme.example");

    private final Masking masking = new Masking("Casey Moreno", PERSONAL, List.of("Acme, Inc.", "Zenith GmbH"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Casey Moreno",
                "casey",
                "MORENO",
                "Acme",
                "ACME, Inc.",
                "Zenith GmbH",
                "casey.moreno@mail.example",
                "c_m+jobs@mail.example.com",
                "+1 410 555 0100",
                "(410) 555-0199",
                "410.555.0142",
                "https://somewhere.example/cm",
                "www.somewhere.example",
                "linkedin.com/in/cmoreno",
                "acme.example"
            })
    void whatTellsWhoSomebodyIsIsBlottedOut(String telling) {
        String text = masking.hideIn("Before " + telling + " after");
        assertThat(text).contains("▒▒▒").startsWith("Before ").endsWith(" after");
        assertThat(text.toLowerCase())
                .doesNotContain("casey", "moreno", "acme", "zenith", "555", "somewhere", "linkedin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java 17, Spring 7 and 12 years of radar",
                "Caseyville Morenos",
                "From 2019 to 2024",
                "TS/SCI with polygraph",
                "Acmeism in 1912",
                "ISO/IEC 27001:2022",
                "You may 2024 times",
                "Release 2021.4, build 11"
            })
    void otherWordsStay(String text) {
        assertThat(masking.hideIn(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "March 2021",
                "Mar. 2021",
                "march 2021",
                "3 March 2021",
                "March 3rd, 2021",
                "2021-03",
                "2021-03-14",
                "03/2021",
                "3/14/2021",
                "14.03.2021",
                "Sept 2021"
            })
    void exactDatesAreBlottedOut(String date) {
        assertThat(masking.hideIn("Since " + date + ", radar")).isEqualTo("Since ▒▒▒, radar");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(masking.hide(null)).isNull();
        assertThat(new Masking("", Personal.NONE, List.of()).hideIn("as it is")).isEqualTo("as it is");
    }

    @Test
    void aNameWithSignsOfPatternsIsTakenAsItStands() {
        assertThat(new Masking("(.*", Personal.NONE, List.of()).hideIn("as it is"))
                .isEqualTo("as it is");
    }

    @Test
    void aLongHostileTextTakesNoTime() {
        String hostile = "1 ".repeat(1000) + "a.".repeat(500) + "@".repeat(500) + "(".repeat(500);
        assertThat(org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(2), () -> masking.hideIn(hostile)))
                .isNotEmpty();
    }
}
