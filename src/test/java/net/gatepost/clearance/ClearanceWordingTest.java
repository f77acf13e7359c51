package net.gatepost.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClearanceWordingTest {

    private static final Path PAGE = Path.of("docs", "clearance-wording.md");

    private final ClearanceWording wording = ClearanceWording.shipped();

    @ParameterizedTest
    @CsvSource({
        "TS/SCI w/ poly, us.top-secret, SCI, ANY, REQUIRED, false",
        "TS/SCI with Full-Scope Polygraph, us.top-secret, SCI, FULL_SCOPE, REQUIRED, false",
        "Active Top Secret/SCI clearance with CI Poly required, us.top-secret, SCI, CI, REQUIRED, false",
        "Active Secret, us.secret, , NONE, REQUIRED, false",
        "Secret clearance or higher, us.secret, , NONE, REQUIRED, false",
        "U.S. Secret, us.secret, , NONE, REQUIRED, false",
        "Public Trust, us-public-trust.moderate, , NONE, REQUIRED, false",
        "High Risk Public Trust, us-public-trust.high, , NONE, REQUIRED, false",
        "SC cleared, uk.sc, , NONE, REQUIRED, false",
        "DV Cleared, uk.dv, , NONE, REQUIRED, false",
        "NV1, australia.nv1, , NONE, REQUIRED, false",
        "Negative Vetting Level 2, australia.nv2, , NONE, REQUIRED, false",
        "Ability to obtain a Secret clearance, us.secret, , NONE, REQUIRED, true",
        "Must be able to obtain TS/SCI, us.top-secret, SCI, NONE, REQUIRED, true",
        "Secret preferred, us.secret, , NONE, PREFERRED, false",
        "DOE Q, us-doe.q, , NONE, REQUIRED, false",
        "NATO Secret, nato.secret, , NONE, REQUIRED, false",
        "TS/SCI preferred, us.top-secret, SCI, NONE, PREFERRED, false",
        "Preferred: TS/SCI w/ CI poly, us.top-secret, SCI, CI, PREFERRED, false",
        "Must be able to obtain TS/SCI with poly, us.top-secret, SCI, ANY, REQUIRED, true",
        "Active Secret or ability to obtain, us.secret, , NONE, REQUIRED, true"
    })
    void theWordsOfAdsMeanWhatTheTableSays(
            String words, String level, String access, String polygraph, String importance, boolean sponsored) {
        assertThat(wording.read(words)).hasValueSatisfying(meant -> {
            assertThat(meant.level()).isEqualTo(new LevelCode(level));
            assertThat(meant.accesses().stream().map(Enum::name).collect(Collectors.joining()))
                    .isEqualTo(access == null ? "" : access);
            assertThat(meant.polygraph().name()).isEqualTo(polygraph);
            assertThat(meant.importance().name()).isEqualTo(importance);
            assertThat(meant.willSponsor()).isEqualTo(sponsored);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Radar engineer in Columbia, SC. Active TS/SCI clearance required. CI polygraph required.; us.top-secret+sci; CI",
                "You need a current Secret clearance.|Poly a plus.; us.secret; NONE",
                "The secret of our success: people. Must hold an active Top Secret clearance (TS/SCI preferred).; us.top-secret; NONE",
                "SC cleared developer, Bristol. SC clearance is required; uk.sc; NONE"
            })
    void whatATextAsksForIsReadFromAmongItsOtherWords(String text, String key, String polygraph) {
        var meant = Objects.requireNonNull(
                wording.mentionIn(text.replace("|", "\n")).requirement());

        assertThat(new RequirementKey(meant.level(), meant.accesses()).format()).isEqualTo(key);
        assertThat(meant.polygraph().name()).isEqualTo(polygraph);
    }

    @Test
    void aTextThatNamesTwoLevelsOrNoneAsksForNothingThatCouldBeRead() {
        assertThat(wording.mentionIn("A Secret clearance is required, a Top Secret clearance for some sites."))
                .isEqualTo(new ClearanceWording.Mention(true, null));
        assertThat(wording.mentionIn("Baker in Greenville, SC: our Q-tips are a well-kept secret."))
                .isEqualTo(new ClearanceWording.Mention(false, null));
    }

    @Test
    void thatNoneIsNeededIsSaidInWordsToo() {
        assertThat(wording.read("No security clearance required")).contains(ClearanceRequirement.none());
        assertThat(wording.read("None")).contains(ClearanceRequirement.none());
        assertThat(wording.read("interim Secret"))
                .hasValueSatisfying(meant -> assertThat(meant.interimAccepted()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "Secret or Top Secret",
                "Yankee White",
                "Secret with rainbow access",
                "ability to obtain",
                "poly",
                "SCI",
                "TS/SCI required, Secret preferred",
                "Secret required, preferred",
                "TS/SCI with CI poly and full scope poly",
                "None, but Secret",
                "TS/SCI, poly preferred",
                "TS/SCI w/ CI poly preferred",
                "Active TS/SCI with ability to obtain a poly",
                "Active TS with SCI eligibility",
                "Secret; SAP a plus",
                "Top Secret clearance, SCI desired",
                "Interim Secret, polygraph preferred",
                "<b>Secret</b>",
                "Secret'; drop table listing"
            })
    void whatMeansNothingOrTwoThingsIsNotGuessed(String words) {
        assertThat(wording.read(words)).isEmpty();
        assertThat(wording.read("secret ".repeat(5000))).isEmpty();
        assertThat(wording.read(null)).isEmpty();
    }

    @Test
    void everyMeaningIsOneThatTheCatalogueKnows() {
        var catalogue = ClearanceCatalogue.shipped();
        assertThat(ClearanceWording.lines().stream()
                        .filter(line -> line.contains("\tlevel "))
                        .map(line -> new LevelCode(line.substring(line.indexOf("\tlevel ") + 7))))
                .isNotEmpty()
                .allSatisfy(code ->
                        assertThat(catalogue.level(code)).as(code.value()).isPresent());
        assertThat(ClearanceWording.lines())
                .filteredOn(line -> !line.startsWith("#"))
                .allSatisfy(line -> assertThat(line.split("\t")).hasSize(2));
    }

    @Test
    void thePageShowsTheTable() throws IOException {
        var page = new StringBuilder("""
                # Clearance wording

                What the words of imported ads mean here. The table is `src/main/resources/net/gatepost/clearance/wording.tsv`;
                a test writes this page. Case, punctuation and slashes do not matter. Every word has to be in the table, and
                together they may name one level only: anything else is refused with its words, and never guessed. What changes the
                rest (preferred, sponsored, interim) has to be about all of it: it stands before everything that is asked ("able to
                obtain TS/SCI with poly") or right after one thing ("TS/SCI preferred"). "TS/SCI, poly preferred" is refused.
                """);
        for (String line : ClearanceWording.lines()) {
            if (line.startsWith("## ")) {
                page.append("\n").append(line).append("\n\n| Words | Meaning |\n|---|---|\n");
            } else if (!line.startsWith("#")) {
                page.append("| ")
                        .append(line.replace("\t", " | ").replace("| -", "| adds nothing"))
                        .append(" |\n");
            }
        }
        if (!Files.exists(PAGE) || !Files.readString(PAGE).contentEquals(page)) {
            Files.writeString(PAGE, page);
            throw new AssertionError(
                    PAGE + " was stale and has been written afresh: look at what changed and commit it");
        }
    }
}
