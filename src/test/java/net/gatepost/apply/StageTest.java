package net.gatepost.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, IN_REVIEW INTERVIEW OFFER DECLINED",
        "VIEWED, IN_REVIEW INTERVIEW OFFER DECLINED",
        "IN_REVIEW, INTERVIEW OFFER DECLINED",
        "INTERVIEW, IN_REVIEW OFFER DECLINED",
        "OFFER, IN_REVIEW INTERVIEW HIRED DECLINED",
        "HIRED, ''",
        "DECLINED, ''",
        "WITHDRAWN, ''",
    })
    void anEmployerChoosesAmongTheseAndNoOthers(Stage from, String to) {
        assertThat(from.choices().stream().map(Enum::name))
                .containsExactly(to.isEmpty() ? new String[0] : to.split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void aMemberCanOnlyWithdrawAndThatOnce(Stage from) {
        for (Stage to : Stage.values()) {
            assertThat(from.canTransitionTo(to, Side.MEMBER))
                    .isEqualTo(to == Stage.WITHDRAWN && from != Stage.WITHDRAWN);
        }
    }

    @Test
    void onlyTheFirstLookMakesItViewed() {
        assertThat(Stage.SUBMITTED.canTransitionTo(Stage.VIEWED, Side.EMPLOYER)).isTrue();
        assertThat(Stage.IN_REVIEW.canTransitionTo(Stage.VIEWED, Side.EMPLOYER)).isFalse();
    }
}
