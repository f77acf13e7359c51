package net.gatepost.mailinglist;

import java.util.HashMap;
import java.util.Map;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.Mails;
import net.gatepost.mail.Mails.Letter;
import net.gatepost.web.SiteAddress;
import org.springframework.stereotype.Component;

/** The mails that the list itself writes, each with the way out that mail programs show as a button (RFC 8058). */
@Component
class ListMails {

    static final String LEAVE = "mailing-list/leave";
    static final String PREFERENCES = "mailing-list/preferences";

    private final Mails mails;
    private final ReaderLinks links;
    private final ListHeaders headers;
    private final SiteAddress site;

    ListMails(Mails mails, ReaderLinks links, ListHeaders headers, SiteAddress site) {
        this.mails = mails;
        this.links = links;
        this.headers = headers;
        this.site = site;
    }

    void askToConfirm(Subscriber subscriber, ConfirmationToken token) {
        send(
                "mailinglist/mail-confirm",
                subscriber,
                Map.of("confirm", site.link("/mailing-list/confirm/" + token.value()), "leave", leave(subscriber)));
    }

    void remind(Subscriber subscriber, ConfirmationToken token) {
        send(
                "mailinglist/mail-reminder",
                subscriber,
                Map.of("confirm", site.link("/mailing-list/confirm/" + token.value()), "leave", leave(subscriber)));
    }

    void sayAlreadyConfirmed(Subscriber subscriber) {
        String preferences = headers.preferencesLink(links.preferencesToken(subscriber.id()));
        send("mailinglist/mail-already", subscriber, Map.of("preferences", preferences, "leave", leave(subscriber)));
    }

    private void send(String template, Subscriber subscriber, Map<String, String> model) {
        EmailAddress to = subscriber.email();
        var words = new HashMap<String, String>(model);
        words.put("postal", headers.postal());
        String kind = template.replaceFirst(".*/mail-", "");
        mails.send(Letter.of(template, to, words)
                .headers(headers.of(links.leaveToken(subscriber.id()), kind + ":" + kind)));
    }

    private String leave(Subscriber subscriber) {
        return headers.leaveLink(links.leaveToken(subscriber.id()));
    }
}
