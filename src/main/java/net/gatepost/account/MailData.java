package net.gatepost.account;

import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.Mails;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The mails to a person's address. The module that sends them knows addresses, not accounts. */
@Component
@Order(90)
class MailData implements PersonalData {

    private final AccountRepository accounts;
    private final Mails mails;

    MailData(AccountRepository accounts, Mails mails) {
        this.accounts = accounts;
        this.mails = mails;
    }

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        archive.json("mails", mails.to(addressOf(accountId)));
    }

    @Override
    public void erase(UUID accountId) {
        mails.forget(addressOf(accountId));
    }

    private EmailAddress addressOf(UUID accountId) {
        return accounts.findById(accountId).orElseThrow().email();
    }
}
