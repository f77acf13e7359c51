package net.gatepost.account;

import net.gatepost.mail.EmailAddress;

/**
 * What an account is made from.
 *
 * @param passphrase as typed; must have passed {@link PassphraseRules} where a person chose it
 */
public record NewAccount(String name, EmailAddress email, String passphrase, Desk desk, boolean administrator) {

    public static NewAccount member(String name, EmailAddress email, String passphrase, Desk desk) {
        return new NewAccount(name, email, passphrase, desk, false);
    }

    /** Without anything of the person, least of all the passphrase. */
    @Override
    public String toString() {
        return "NewAccount[" + email.masked() + "]";
    }
}
