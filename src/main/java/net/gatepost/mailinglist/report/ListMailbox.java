package net.gatepost.mailinglist.report;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Properties;
import java.util.regex.Pattern;
import net.gatepost.mailinglist.Subscribers;
import net.gatepost.mailinglist.Suppressions.Effect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The mailbox that servers report to and people write to who want to leave ({@code gatepost.mailing-list.imap}). What was
 * understood is deleted there; anything else is marked as read and left for a person.
 */
@Component
class ListMailbox {

    private static final int MOST_AT_ONCE = 200;
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final String PATIENCE = "20000";

    /** A link's token, as the mailto address of the list's headers has it in its subject. */
    private static final Pattern LEAVE = Pattern.compile("\\bleave\\s+([A-Za-z0-9_-]{64})(?![A-Za-z0-9_-])");

    private static final Logger log = LoggerFactory.getLogger(ListMailbox.class);

    private final ImapSettings settings;
    private final MailReports reports;
    private final Subscribers subscribers;

    ListMailbox(ImapSettings settings, MailReports reports, Subscribers subscribers) {
        this.settings = settings;
        this.reports = reports;
        this.subscribers = subscribers;
    }

    /** Reads what is new. Does nothing where no mailbox is configured. */
    void read() {
        if (!settings.isSet()) {
            return;
        }
        try (Store store = connect()) {
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (int i = 0; i < Math.min(unread.length, MOST_AT_ONCE); i++) {
                    unread[i].setFlag(understood(unread[i]) ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
                }
            }
            reports.looked("imap", "");
        } catch (MessagingException failure) {
            log.warn("The mailing list's mailbox can't be read: {}", failure.getMessage());
            reports.looked("imap", MailReport.withoutAddresses(String.valueOf(failure.getMessage())));
        }
    }

    private Store connect() throws MessagingException {
        String protocol = settings.tls() ? "imaps" : "imap";
        var properties = new Properties();
        properties.setProperty("mail." + protocol + ".connectiontimeout", PATIENCE);
        properties.setProperty("mail." + protocol + ".timeout", PATIENCE);
        properties.setProperty("mail." + protocol + ".writetimeout", PATIENCE);
        properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
        Store store = Session.getInstance(properties).getStore(protocol);
        store.connect(settings.host(), settings.port(), settings.user(), settings.password());
        return store;
    }

    private boolean understood(Message message) throws MessagingException {
        if (message.getSize() > LARGEST || !(message instanceof MimeMessage mail)) {
            return false;
        }
        String subject = mail.getSubject();
        var leave = LEAVE.matcher(subject == null ? "" : subject);
        if (leave.find()) {
            return subscribers.leave(leave.group(1));
        }
        try {
            var report = MailReport.of(mail);
            if (report.isEmpty()) {
                return false;
            }
            var effect = reports.take(report.get());
            return report.get().messageId() != null || effect != Effect.NONE;
        } catch (IOException | MessagingException | IllegalArgumentException unreadable) {
            log.info("A mail in the mailing list's mailbox is left for a person: {}", unreadable.getMessage());
            return false;
        }
    }
}
