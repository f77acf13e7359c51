package net.gatepost.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Turns a stored mail into a MIME message with a text and an HTML part. */
@Component
class MimeMails {

    private final InternetAddress from;

    MimeMails(@Value("${gatepost.mail.from}") String from) throws MessagingException {
        this.from = new InternetAddress(from, true);
    }

    MimeMessage toMime(Mail mail, Session session) throws MessagingException {
        var message = new WithStableId(session, mail.messageId());
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(mail.recipient());
        helper.setSubject(mail.subject());
        helper.setSentDate(new Date());
        helper.setText(mail.textBody(), mail.htmlBody());
        message.setHeader("Auto-Submitted", "auto-generated");
        for (String header : mail.headers().lines().toList()) {
            int colon = header.indexOf(": ");
            message.setHeader(header.substring(0, colon), header.substring(colon + 2));
        }
        message.saveChanges();
        return message;
    }

    /** JavaMail gives a message a new id whenever it is saved; ours must be the same on every attempt. */
    private static final class WithStableId extends MimeMessage {

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
