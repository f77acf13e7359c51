package net.gatepost.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniqueEntityIdTest {

    /** Published ones: from org-id.guide's page on SAM and from GovTribe's description of its data. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "YNDUZMUZF8H8", "T53MCMLTWK59", "UYDJJ1S8DR85", "S2YDW4PGJKK9", "UTGPYABQ7DD5", "Q72JE272RJ58",
                "VV4VV8JJSRF6", "DC7LDGR328L4", "KWLAEYEKA5W6", "G8KVQG8N2333", "QGJSEJZ2MWE8", "CFJ8FQ4QZAT3",
                "GWRDHNFHMJS9"
            })
    void anIssuedIdIsOne(String issued) {
        assertThat(UniqueEntityId.parse(issued)).contains(new UniqueEntityId(issued));
    }

    @Test
    void caseAndSpacesAroundDoNotMatter() {
        assertThat(UniqueEntityId.parse(" ynduzmuzf8h8 ")).contains(new UniqueEntityId("YNDUZMUZF8H8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "YNDUZMUZF8H", // one short
                "YNDUZMUZF8H88", // one long
                "YNDUZMUZF8H7", // wrong check digit
                "NYDUZMUZF8H8", // two swapped
                "YNDUZMUZF8HA", // no digit to check with
                "YNDUZMUZ-8H8",
                "ÝNDUZMUZF8H8",
                ""
            })
    void whatIsMistypedIsNone(String typed) {
        assertThat(UniqueEntityId.parse(typed)).isEmpty();
    }

    @Test
    void evenWithTheRightCheckDigitTheRulesForTheOthersHold() {
        for (String eleven : new String[] {"0BCDEFGHJKL", "ABCDEFGHIJK", "ABCDEFGHOJK", "AB123456789"}) {
            assertThat(UniqueEntityId.parse(eleven + UniqueEntityId.checkDigit(eleven)))
                    .as(eleven)
                    .isEmpty();
        }
        assertThat(UniqueEntityId.parse("ABC12345678" + UniqueEntityId.checkDigit("ABC12345678")))
                .as("the check digit would be the ninth in a row")
                .isEmpty();
        assertThat(UniqueEntityId.parse("ABCD1234567" + UniqueEntityId.checkDigit("ABCD1234567")))
                .isPresent();
    }

    @Test
    void canNotBeMadeOfAnythingElse() {
        assertThatThrownBy(() -> new UniqueEntityId("ynduzmuzf8h8")).isInstanceOf(IllegalArgumentException.class);
    }
}
