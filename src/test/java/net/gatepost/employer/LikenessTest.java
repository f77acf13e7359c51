package net.gatepost.employer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "Halden Ridge Systems, Halden Ridge Systems Inc.",
        "Halden Ridge Systems, HALDEN-RIDGE SYSTEMS",
        "Halden Ridge Systems, Ha1den Ridge Systems",
        "Halden Ridge Systems, Halden Ridge System",
        "Halden Ridge Systems, Halden Rigde Systems",
        "Halden Ridge Systems, Нalden Ridge Systems",
        "Northrup Example, Northrop Example",
        "Modern Example, Modem Example"
    })
    void namesThatOneMayTakeForEachOtherLookAlike(String one, String other) {
        assertThat(alike(Likeness.ofName(one), Likeness.ofName(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Halden Ridge Systems, Hudson Ridge Systems", "Acme, Acne", "Acme Optics, Acme Plastics"})
    void otherNamesDoNot(String one, String other) {
        assertThat(alike(Likeness.ofName(one), Likeness.ofName(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "halden.example, ha1den.example",
        "halden.example, halden.co.example",
        "halden-ridge.example, haldenridge.example",
        "halden.example, xn--hlden-3ve.example"
    })
    void domainsThatOneMayTakeForEachOtherLookAlike(String one, String other) {
        assertThat(alike(Likeness.ofDomain(one), Likeness.ofDomain(other))).isTrue();
    }

    @Test
    void aLongNameHasBoundedVariants() {
        assertThat(Likeness.ofName("m".repeat(5000))).hasSizeLessThan(102).allMatch(each -> each.length() <= 100);
    }

    @Test
    void freeMailDomainsAndThoseBelowThemAreNobodysOwn() {
        assertThat(FreeMail.isAt(new Domain("gmail.com"))).isTrue();
        assertThat(FreeMail.isAt(new Domain("mail.proton.me"))).isTrue();
        assertThat(FreeMail.isAt(new Domain("halden.example"))).isFalse();
    }

    private static boolean alike(Set<String> one, Set<String> other) {
        return !Collections.disjoint(one, other);
    }
}
