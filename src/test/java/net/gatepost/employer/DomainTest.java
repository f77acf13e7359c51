package net.gatepost.employer;

import static org.assertj.core.api.Assertions.assertThat;

import net.gatepost.mail.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {

    @ParameterizedTest
    @CsvSource({
        "halden.example, halden.example",
        "' Halden.Example ', halden.example",
        "https://www.halden.example/about?x=1, halden.example",
        "www.halden.example, halden.example",
        "mail.halden.example, mail.halden.example",
        "bücher.example, xn--bcher-kva.example"
    })
    void aDomainIsReadFromWhatPeopleTypeOrPaste(String typed, String read) {
        assertThat(Domain.parse(typed)).contains(new Domain(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.1",
                "a..example",
                "-a.example",
                "riley@halden.example",
                "halden.example:8080",
                "a b.example",
                "a.b"
            })
    void anythingElseIsNone(String typed) {
        assertThat(Domain.parse(typed)).isEmpty();
    }

    @Test
    void whatIsTooLongIsNone() {
        assertThat(Domain.parse("a.".repeat(130) + "example")).isEmpty();
        assertThat(Domain.parse("a".repeat(100_000))).isEmpty();
    }

    @Test
    void mailBelowTheDomainIsAtHomeAndMailOfANameThatOnlyEndsTheSameIsNot() {
        var domain = new Domain("halden.example");
        assertThat(domain.isHomeOf(new EmailAddress("riley@halden.example"))).isTrue();
        assertThat(domain.isHomeOf(new EmailAddress("riley@us.halden.example"))).isTrue();
        assertThat(domain.isHomeOf(new EmailAddress("riley@nothalden.example"))).isFalse();
    }
}
