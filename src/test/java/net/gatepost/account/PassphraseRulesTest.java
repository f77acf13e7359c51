package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseRulesTest {

    private static final List<String> ABOUT = List.of("Casey Moreno", "casey.moreno@example.org");

    private final PassphraseRules rules = new PassphraseRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "seven gates, no post",
                "gatepost is where I found the harbour job",
                "Casey likes thunder over lakes",
                "åäö über straße наушники",
                "私は毎日とても静かな庭で珈琲を飲みます",
                "🦊🐢🌧️ three signs and a word 🚪",
                "x9#Lq!v2@Zr7&kP",
                "               spaces count        ok",
                "§-§/(=)?`*+#'.:;_<>",
            })
    void aLongPassphraseOfAnyCharactersIsFine(String typed) {
        assertThat(rules.weaknessOf(typed, ABOUT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fourteen chars, TOO_SHORT",
        "aaaaaaaaaaaaaaaaaaaa, REPEATED",
        "abababababababababab, REPEATED",
        "correct correct correct, REPEATED",
        "Dragon!Dragon!Dragon!, REPEATED",
        "abcdefghijklmnopqrst, IN_ORDER",
        "12345678901234567890, REPEATED",
        "1234567890123456789, IN_ORDER",
        "qwertyuiopasdfghjkl, IN_ORDER",
        "98765432109876543, IN_ORDER",
        "zyxwvutsrqponmlkj, IN_ORDER",
        "Qwerty 12345 Asdfgh, IN_ORDER",
        "1qaz2wsx3edc4rfv, COMMON",
        "mailcreated5240, COMMON",
        "Password Welcome 123, COMMON",
        "Sunshine-Football, COMMON",
        "password!!!!!!!!!, COMMON",
        "Casey Moreno 1984, ABOUT_YOU",
        "casey.moreno@example.org, ABOUT_YOU",
        "gatepost-gate-post1, ABOUT_YOU",
        "GatepostCasey2026, ABOUT_YOU",
    })
    void aWeakOneIsRefusedWithItsReason(String typed, Weakness reason) {
        assertThat(rules.weaknessOf(typed, ABOUT)).contains(reason);
    }

    @Test
    void fifteenCharactersAreEnoughAndTwoHundredAreAllowed() {
        assertThat(rules.weaknessOf("ten big frogs s", ABOUT)).isEmpty();
        assertThat(rules.weaknessOf("ten big frogs ", ABOUT)).contains(Weakness.TOO_SHORT);
        String longest = "the quick brown fox ".repeat(9) + "jumps over lazy dogs";
        assertThat(longest).hasSize(200);
        assertThat(rules.weaknessOf(longest, ABOUT)).isEmpty();
        assertThat(rules.weaknessOf(longest + "!", ABOUT)).contains(Weakness.TOO_LONG);
    }

    @Test
    void charactersAreCountedAsPeopleSeeThemAndNotAsTheyAreStored() {
        String foxes = "🦊🐢🌧🚪🦊🌊🐙";
        assertThat(foxes.length()).isGreaterThan(13);
        assertThat(rules.weaknessOf(foxes + "!", ABOUT)).contains(Weakness.TOO_SHORT);
    }

    @Test
    void oneCharacterThatUnfoldsIntoAPhraseIsStillOneCharacter() {
        assertThat(PassphraseRules.normalise("\uFDFA").length()).isGreaterThan(15);
        assertThat(rules.weaknessOf("\uFDFA", ABOUT)).contains(Weakness.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a line\nand another line", "zero \u0000 byte in the middle", "half a pair \uD83E of something"})
    void whatCannotBeTypedAgainIsRefused(String typed) {
        assertThat(rules.weaknessOf(typed, ABOUT)).contains(Weakness.UNTYPABLE);
    }

    @Test
    void theSameKeysOnAnotherDeviceAreTheSamePassphrase() {
        String composed = "caf\u00e9 by the quiet sea";
        String decomposed = "cafe\u0301 by the quiet sea";
        String fullWidth = "\uff43af\u00e9 by the quiet sea";
        var encoder = new Passphrases().passphraseEncoder();
        String hash = encoder.encode(composed);

        assertThat(encoder.matches(decomposed, hash)).isTrue();
        assertThat(encoder.matches(fullWidth, hash)).isTrue();
        assertThat(encoder.matches("cafe by the quiet sea", hash)).isFalse();
        assertThat(hash).startsWith("{argon2id}$argon2id$");
    }

    @Test
    void aPassphraseIsHashedInFullAndNotCutLikeByBcrypt() {
        var encoder = new Passphrases().passphraseEncoder();
        String hash = encoder.encode("x".repeat(150) + "a");

        assertThat(encoder.matches("x".repeat(150) + "b", hash)).isFalse();
    }

    @Test
    void eachReasonHasWordsOfItsOwn() throws IOException {
        var words = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/messages/account.properties"))) {
            words.load(file);
        }
        for (Weakness weakness : Weakness.values()) {
            assertThat(words.getProperty(weakness.message())).isNotBlank();
        }
    }
}
