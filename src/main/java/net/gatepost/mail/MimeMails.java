package net.gatepost.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage.RecipientType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Turns a stored mail into a MIME message with a text and an HTML part. Spring's helper would read its table of file types from
 * the jar for each of them, which took more time than all the rest of sending one.
 */
@Component
class MimeMails {

    static {
        // Without it Jakarta Mail looks through all jars for its own implementation, five times for each mail.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final InternetAddress from;
    private final String bouncesTo;
    private final DkimKeys keys;

    /** @param bouncesTo the address that servers report to, where it is another than the sender's */
    MimeMails(
            @Value("${gatepost.mail.from}") String from,
            @Value("${gatepost.mail.bounces-to:}") String bouncesTo,
            DkimKeys keys)
            throws MessagingException {
        this.from = new InternetAddress(from, true);
        this.bouncesTo = bouncesTo.strip();
        this.keys = keys;
    }

    SMTPMessage toMime(Mail mail, Session session) throws MessagingException {
        var message = new WithStableId(session, mail.messageId());
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.recipient()));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(new Date());
        message.setContent(
                new MimeMultipart("alternative", part("plain", mail.textBody()), part("html", mail.htmlBody())));
        message.setHeader("Auto-Submitted", "auto-generated");
        for (String header : mail.headers().lines().toList()) {
            int colon = header.indexOf(": ");
            message.setHeader(header.substring(0, colon), header.substring(colon + 2));
        }
        if (!bouncesTo.isEmpty()) {
            message.setEnvelopeFrom(bouncesTo);
        }
        message.saveChanges();
        return keys.sign(message);
    }

    private static MimeBodyPart part(String subtype, String words) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(words, UTF_8, subtype);
        return part;
    }

    /** JavaMail gives a message a new id whenever it is saved; ours must be the same on every attempt. */
    private static final class WithStableId extends SMTPMessage {

        private final String id;

        WithStableId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
