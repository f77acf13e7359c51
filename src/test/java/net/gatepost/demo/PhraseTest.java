package net.gatepost.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PhraseTest {

    @Test
    void saysOneOfItsChoicesAndFillsItsGaps() {
        var phrase = new Phrase("(Two|Three) days in {place}");

        var said = LongStream.range(0, 50)
                .mapToObj(number -> phrase.say(new Dice(number), Map.of("place", "Omaha")))
                .collect(Collectors.toSet());

        assertThat(said).containsExactlyInAnyOrder("Two days in Omaha", "Three days in Omaha");
    }

    @Test
    void leavesParenthesesWithoutAChoiceAlone() {
        assertThat(new Phrase("section 3.1(b) (DD Form 254)").say(new Dice(1), Map.of()))
                .isEqualTo("section 3.1(b) (DD Form 254)");
    }

    @Test
    void refusesAGapThatNothingFills() {
        var phrase = new Phrase("in {plaice}");

        assertThatThrownBy(() -> phrase.say(new Dice(1), Map.of("place", "Omaha")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plaice");
    }
}
