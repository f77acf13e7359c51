package net.gatepost.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import net.gatepost.mail.EmailAddress;
import org.junit.jupiter.api.Test;

class AddressTraitTest {

    @Test
    void mailboxesToThrowAwayAreKnownBySubdomainsToo() {
        assertThat(AddressTrait.of(new EmailAddress("x@mailinator.com"))).containsExactly(AddressTrait.DISPOSABLE);
        assertThat(AddressTrait.of(new EmailAddress("x@eu.mailinator.com"))).containsExactly(AddressTrait.DISPOSABLE);
        assertThat(AddressTrait.of(new EmailAddress("x@notmailinator.com"))).isEmpty();
    }

    @Test
    void anOfficesAddressIsKnownWhateverStandsBehindThePlusSign() {
        assertThat(AddressTrait.of(new EmailAddress("info+list@company.example")))
                .containsExactly(AddressTrait.ROLE);
        assertThat(AddressTrait.of(new EmailAddress("information@company.example")))
                .isEmpty();
    }

    @Test
    void manySpellingsAreOneMailbox() {
        assertThat(AddressTrait.mailbox(new EmailAddress("wren+1@vale.example")))
                .isEqualTo(
                        AddressTrait.mailbox(new EmailAddress("Wren@vale.example".toLowerCase(java.util.Locale.ROOT))));
        assertThat(AddressTrait.mailbox(new EmailAddress("+wren@vale.example"))).isEqualTo("+wren@vale.example");
    }
}
