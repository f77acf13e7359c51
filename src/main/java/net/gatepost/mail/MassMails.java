package net.gatepost.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import net.gatepost.web.SiteAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Mails to many whose words are the same but for a few marks. They are not queued one by one as {@link Mails} does it: who
 * keeps the list of recipients decides about each at the moment of sending, and notes there what became of it.
 */
@Service
public class MassMails {

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
        /** The server does not want this mail, for a reason that is not the mailbox's. */
        REFUSED,
        /** The server may take it later. */
        LATER
    }

    /** @param words the server's, without any address; empty where it accepted */
    public record Outcome(Answer answer, String words) {

        static final Outcome ACCEPTED = new Outcome(Answer.ACCEPTED, "");
    }

    /** The server can't be reached, or takes nothing from us now. */
    public static final class ServerAway extends Exception {
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

        @Override
        public void close() throws ServerAway {
            try {
                connection.close();
            } catch (MessagingException failure) {
                throw new ServerAway(failure);
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

    /** What the server said of the one recipient or of the mail; null where it said nothing that is about this mail. */
    private static @Nullable Outcome answerIn(MessagingException failure) {
        for (Exception each = failure; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException address) {
                return outcome(address.getReturnCode(), address.getMessage(), true);
            }
        }
        return failure instanceof SMTPSendFailedException refused && refused.getReturnCode() / 100 == 5
                ? outcome(refused.getReturnCode(), refused.getMessage(), false)
                : null;
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof SendFailedException || failure instanceof MessagingException
                ? ((MessagingException) failure).getNextException()
                : null;
    }

    private static Outcome outcome(int code, @Nullable String said, boolean aboutTheAddress) {
        String words = withoutAddresses(String.valueOf(said));
        if (code / 100 == 4) {
            return new Outcome(Answer.LATER, words);
        }
        boolean noMailbox = aboutTheAddress && MailStatus.isForGood(code, words);
        return new Outcome(noMailbox ? Answer.NO_SUCH_MAILBOX : Answer.REFUSED, words);
    }

    private static String withoutAddresses(String words) {
        return words.replaceAll("[^\\s<>\"']+@[^\\s<>\"']+", "…").strip();
    }
}
