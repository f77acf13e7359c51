package net.gatepost.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CertificationListTest {

    @Test
    void itNamesWhatAdvertisementsAskForWithTheirAreas() {
        var list = CertificationList.shipped();
        assertThat(list.all())
                .extracting(CertificationList.Known::code)
                .contains("security-plus", "cissp", "securityx", "ceh", "cism", "cysa-plus");
        assertThat(list.byCode("security-plus"))
                .hasValueSatisfying(known -> assertThat(known.areas()).contains("IAT II"));
        assertThat(list.byCode("no-such")).isEmpty();
    }

    @Test
    void everyAreaIsOneOfTheBaselineCategories() {
        assertThat(CertificationList.shipped().all())
                .allSatisfy(
                        known -> assertThat(known.areas().split("; "))
                                .isNotEmpty()
                                .allMatch(
                                        area -> area.matches(
                                                "(IAT|IAM|IASAE) I{1,3}|CSSP (Analyst|Infrastructure Support|Incident Responder|Auditor|Manager)")));
    }

    @Test
    void everyCodeFitsItsColumn() {
        assertThat(CertificationList.shipped().all())
                .allMatch(known -> known.code().length() <= 40);
    }
}
