package net.gatepost.account;

import java.util.Locale;
import java.util.Map;
import net.gatepost.mail.Mails;
import net.gatepost.mail.Mails.Letter;
import net.gatepost.web.SiteAddress;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells somebody by mail that something opens their account now, or no more: all alike but for what it was. */
@Component
class SecurityMails {

    private final Mails mails;
    private final SiteAddress site;
    private final MessageSource messages;

    SecurityMails(Mails mails, SiteAddress site, MessageSource messages) {
        this.mails = mails;
        this.site = site;
        this.messages = messages;
    }

    void tell(Account account, String what) {
        tell(account, what, "");
    }

    /**
     * @param what {@code mail.account.mail-security.WHAT.subject} and {@code .text} say it
     * @param thing the one of several that it is about, as its owner named it
     */
    void tell(Account account, String what, String thing) {
        String key = "mail.account.mail-security." + what;
        mails.send(Letter.of(
                        "account/mail-security",
                        account.email(),
                        Map.of(
                                "name",
                                account.name(),
                                "key",
                                key + ".text",
                                "thing",
                                thing,
                                "link",
                                site.link("/me/security")))
                .subjectArguments(messages.getMessage(key + ".subject", null, Locale.ENGLISH)));
    }
}
