package net.gatepost.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;

/** Where mails go: an SMTP server, or a folder where none is configured. */
interface MailTransport {

    /** A way that is open for one mail after the other, of one thread. */
    interface Connection extends AutoCloseable {

        /** Returns once the mail is accepted. Sending the same mail again yields the same Message-ID. */
        void send(Mail mail) throws MessagingException, IOException;

        @Override
        void close() throws MessagingException;
    }

    Connection connect() throws MessagingException, IOException;

    default void send(Mail mail) throws MessagingException, IOException {
        try (var connection = connect()) {
            connection.send(mail);
        }
    }
}
