package net.gatepost.employer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CageCodeTest {

    /** The examples of DoD 4100.39-M. */
    @ParameterizedTest
    @ValueSource(strings = {"27340", "2A345", "2AA45", "2AAA5"})
    void aCodeHasADigitFirstAndLast(String code) {
        assertThat(CageCode.parse(code)).contains(new CageCode(code));
    }

    @Test
    void caseAndSpacesAroundDoNotMatter() {
        assertThat(CageCode.parse(" 2aaa5 ")).contains(new CageCode("2AAA5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2AAA", "2AAA55", "AAAA5", "2AAAA", "2AIA5", "2AOA5", "2A-A5", "2A٣A5", "K2345", ""})
    void anythingElseIsNone(String typed) {
        assertThat(CageCode.parse(typed)).isEmpty();
    }
}
