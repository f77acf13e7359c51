package net.gatepost.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import net.gatepost.web.SiteAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Mails to many whose words are the same but for a few marks. They are not queued one by one as {@link Mails} does it: who
 * keeps the list of recipients decides about each at the moment of sending, and notes there what became of it.
 */
@Service
public class MassMails {

    /** RFC 5321 section 3.8: the server closes the connection, whatever it was asked. */
    private static final int GOING_AWAY = 421;

    private static final Logger log = LoggerFactory.getLogger(MassMails.class);

    private final Mails mails;
    private final MailTransport transport;
    private final SiteAddress site;
    private final Clock clock;

    MassMails(Mails mails, MailTransport transport, SiteAddress site, Clock clock) {
        this.mails = mails;
        this.transport = transport;
        this.site = site;
        this.clock = clock;
    }

    /** A mail's words with the marks in it; whoever sends it says what stands in their place for one recipient. */
    public static final class Mould {
        private final Mail.Rendered words;

        private Mould(Mail.Rendered words) {
            this.words = words;
        }

        public String subject() {
            return words.subject();
        }

        public String html() {
            return words.html();
        }

        public String text() {
            return words.text();
        }

        private Mail.Rendered filled(Map<String, String> marks) {
            return new Mail.Rendered(
                    words.subject(),
                    filled(words.headers(), marks),
                    filled(words.text(), marks),
                    filled(words.html(), marks));
        }

        private static String filled(String words, Map<String, String> marks) {
            String filled = words;
            for (var mark : marks.entrySet()) {
                filled = filled.replace(mark.getKey(), mark.getValue());
            }
            return filled;
        }
    }

    /** Renders once what all of them get; {@link Mails.Letter#to} is of no account. */
    public Mould mould(Mails.Letter letter) {
        return new Mould(mails.render(letter));
    }

    /** What became of one mail. */
    public enum Answer {
        ACCEPTED,
        /** The server says for good that there is no such mailbox. */
        NO_SUCH_MAILBOX,
        /** The mailbox is there and does not take it: it is full, or somebody's policy is against it. */
        MAILBOX_REFUSES,
        /** The server does not want this mail for what stands in it. */
        MAIL_REFUSED,
        /** The server may take it later. */
        LATER
    }

    /** @param words the server's, without any address; empty where it accepted */
    public record Outcome(Answer answer, String words) {

        static final Outcome ACCEPTED = new Outcome(Answer.ACCEPTED, "");
    }

    /** The server can't be reached, or takes nothing from us now, whoever it is for. */
    public static final class ServerAway extends Exception {

        /** @param words why it is held to be so, without any address */
        public ServerAway(String words) {
            super(words);
        }

        private ServerAway(Throwable cause) {
            super(withoutAddresses(String.valueOf(cause.getMessage())), cause);
        }
    }

    /** A connection that one mail after the other goes through. */
    public final class Run implements AutoCloseable {

        private final MailTransport.Connection connection;

        private Run(MailTransport.Connection connection) {
            this.connection = connection;
        }

        /**
         * Returns when the server has answered.
         *
         * @param messageId without angle brackets, the same whenever this mail is tried again
         * @throws ServerAway and then the mail may have been accepted or not
         */
        public Outcome send(Mould mould, EmailAddress to, String messageId, Map<String, String> marks)
                throws ServerAway {
            var mail = new Mail("<" + messageId + ">", to, mould.filled(marks), clock.instant());
            try {
                connection.send(mail);
                return Outcome.ACCEPTED;
            } catch (MessagingException failure) {
                var answer = answerIn(failure);
                if (answer == null) {
                    throw new ServerAway(failure);
                }
                return answer;
            } catch (IOException failure) {
                throw new ServerAway(failure);
            }
        }

        /** What the server has accepted stays accepted, however it says good-bye. */
        @Override
        public void close() {
            try {
                connection.close();
            } catch (MessagingException failure) {
                log.debug("The mail server did not say good-bye: {}", failure.getMessage());
            }
        }
    }

    public Run connect() throws ServerAway {
        try {
            return new Run(transport.connect());
        } catch (MessagingException | IOException failure) {
            throw new ServerAway(failure);
        }
    }

    /** The part of a Message-ID after the at sign. */
    public String host() {
        return site.host();
    }

    /**
     * What the server said of the one recipient or of the mail. Null where it said nothing that is about this mail: the
     * connection broke, it is going away (421), or it does not take us for a sender, which would hold for every other mail too.
     */
    private static @Nullable Outcome answerIn(MessagingException failure) {
        for (Exception each = failure; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException address) {
                return ofTheMailbox(address.getReturnCode(), withoutAddresses(String.valueOf(address.getMessage())));
            }
        }
        if (failure instanceof SMTPSendFailedException refused
                && !refused.getCommand().startsWith("MAIL")) {
            return ofTheMail(refused.getReturnCode(), withoutAddresses(String.valueOf(refused.getMessage())));
        }
        return failure instanceof AddressException
                ? new Outcome(Answer.MAIL_REFUSED, "not an address that mail can be sent to")
                : null;
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof SendFailedException || failure instanceof MessagingException
                ? ((MessagingException) failure).getNextException()
                : null;
    }

    private static @Nullable Outcome ofTheMailbox(int code, String words) {
        return code / 100 == 5
                ? new Outcome(
                        MailStatus.isForGood(code, words) ? Answer.NO_SUCH_MAILBOX : Answer.MAILBOX_REFUSES, words)
                : later(code, words);
    }

    /** Some servers look for the mailbox when they have the whole mail: then only the longer number tells. */
    private static @Nullable Outcome ofTheMail(int code, String words) {
        return code / 100 == 5
                ? new Outcome(MailStatus.isForGood(words) ? Answer.NO_SUCH_MAILBOX : Answer.MAIL_REFUSED, words)
                : later(code, words);
    }

    private static @Nullable Outcome later(int code, String words) {
        return code / 100 == 4 && code != GOING_AWAY ? new Outcome(Answer.LATER, words) : null;
    }

    private static String withoutAddresses(String words) {
        return words.replaceAll("[^\\s<>\"']+@[^\\s<>\"']+", "…").strip();
    }
}
