package net.gatepost.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;

/** Where mails go: an SMTP server, or a folder where none is configured. */
interface MailTransport {

    /** Returns once the mail is accepted. Sending the same mail again yields the same Message-ID. */
    void send(Mail mail) throws MessagingException, IOException;
}
