package net.gatepost.notification;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.mail.Mails;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one way to tell a member that something happened. What is told commits with what happened. */
@Service
public class Notifications {

    private final NoticeRepository notices;
    private final Accounts accounts;
    private final Mails mails;
    private final MessageSource messages;
    private final Clock clock;

    Notifications(NoticeRepository notices, Accounts accounts, Mails mails, MessageSource messages, Clock clock) {
        this.notices = notices;
        this.accounts = accounts;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
    }

    /** Tells it in the caller's transaction, once; mailed as the member wants this kind. Disabled accounts are told nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID accountId, Notice notice) {
        var contact = accounts.contacts(List.of(accountId)).get(accountId);
        if (contact == null || notices.existsByDedupeKey(NoticeRow.keyOf(accountId, notice))) {
            return;
        }
        var row = notices.save(new NoticeRow(accountId, notice, clock.instant()));
        String sentence =
                messages.getMessage(notice.messageKey(), notice.arguments().toArray(), Locale.ENGLISH);
        mails.send(Mails.Letter.of(
                        "notification/mail-notice", contact.email(), Map.of("notice", notice, "sentence", sentence))
                .subjectArguments(sentence));
        row.mailed(clock.instant());
    }
}
