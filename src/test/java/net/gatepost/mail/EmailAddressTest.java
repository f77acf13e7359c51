package net.gatepost.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "casey@demo.example, casey@demo.example",
        "' Casey@Demo.Example ', casey@demo.example",
        "c.m+jobs@sub.demo.example, c.m+jobs@sub.demo.example",
        "info@bücher.example, info@xn--bcher-kva.example",
    })
    void onePersonsAddressHasOneForm(String typed, String form) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "casey",
                "@demo.example",
                "casey@",
                "casey@localhost",
                "casey@demo..example",
                ".casey@demo.example",
                "ca sey@demo.example",
                "casey@demo.example, riley@demo.example",
                "casey@demo.example\r\nBcc: x@y.example",
                "<casey@demo.example>",
                "casey@-demo.example",
                "casey@demo.example\u0000",
                "ca\tsey@demo.example"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void anAddressLongerThanMailAllowsIsRefused() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@" + "b".repeat(59) + "." + "c".repeat(60) + "."
                        + "d".repeat(60) + ".example"))
                .isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@demo.example")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(200) + "example")).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void aLogLineMayOnlyHaveTheMaskedForm() {
        assertThat(new EmailAddress("casey@demo.example").masked()).isEqualTo("c…@demo.example");
    }
}
