package net.gatepost.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.Mails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one way to tell a member that something happened. What is told commits with what happened. */
@Service
public class Notifications {

    /** How many may be told at once; whoever has more to tell does it in parts, each in a transaction of its own. */
    public static final int MOST_AT_ONCE = 500;

    private final NoticeRepository notices;
    private final NoticeWords words;
    private final MailChoices choices;
    private final Accounts accounts;
    private final Mails mails;
    private final Clock clock;

    Notifications(
            NoticeRepository notices,
            NoticeWords words,
            MailChoices choices,
            Accounts accounts,
            Mails mails,
            Clock clock) {
        this.notices = notices;
        this.words = words;
        this.choices = choices;
        this.accounts = accounts;
        this.mails = mails;
        this.clock = clock;
    }

    /** Tells it in the caller's transaction, once; mailed as the member wants this kind. Disabled accounts are told nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID accountId, Notice notice) {
        tell(Map.of(accountId, notice));
    }

    /**
     * Tells each of these members their notice, as {@link #tell(UUID, Notice)} does.
     *
     * @throws IllegalArgumentException if there are more than {@link #MOST_AT_ONCE}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Map<UUID, Notice> noticesByAccount) {
        if (noticesByAccount.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + MOST_AT_ONCE + " at once, not " + noticesByAccount.size());
        }
        var now = clock.instant();
        var contacts = accounts.contacts(noticesByAccount.keySet());
        var mailings = choices.of(contacts.keySet());
        // In the order of ids, so that two who tell the same people can't wait for each other.
        new TreeMap<>(noticesByAccount).forEach((accountId, notice) -> {
            var contact = contacts.get(accountId);
            if (contact != null) {
                tell(contact, notice, mailings.apply(accountId).getOrDefault(notice.kind(), Mailing.NEVER), now);
            }
        });
    }

    private void tell(Accounts.Contact contact, Notice notice, Mailing mailing, Instant now) {
        String sentence = words.sentence(notice);
        boolean atOnce = mailing == Mailing.AT_ONCE;
        int kept = notices.add(
                UuidCreator.getTimeOrderedEpoch(),
                contact.accountId(),
                notice.kind().name(),
                notice.messageKey(),
                NoticeRow.join(notice.arguments()),
                notice.path(),
                NoticeRow.keyOf(contact.accountId(), notice),
                now,
                mailing == Mailing.DAILY,
                atOnce ? now : null);
        if (kept == 1 && atOnce) {
            mail(contact.email(), notice.path(), sentence);
        }
    }

    private void mail(EmailAddress address, String path, String sentence) {
        mails.send(Mails.Letter.of("notification/mail-notice", address, Map.of("path", path, "sentence", sentence))
                .subjectArguments(sentence));
    }
}
