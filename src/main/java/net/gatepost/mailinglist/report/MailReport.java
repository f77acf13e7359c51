package net.gatepost.mailinglist.report;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.MailStatus;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MessageHeaders;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.jspecify.annotations.Nullable;

/**
 * A report that a mail brings: that one of ours was not delivered (RFC 3464), or that its reader called it unwanted (RFC
 * 5965). It is about the mail whose Message-ID it gives back, which nobody but its reader and the servers on its way can know:
 * so nobody has somebody else's address closed by writing a report. Some servers give nothing back: then it is about the one
 * recipient that it names, and {@link MailReports} says how far that is believed.
 *
 * @param messageId of our mail, without angle brackets; null where none was given back
 * @param recipient to whom it was, where the Message-ID does not say it; else null
 * @param forGood whether nothing reaches that mailbox any more; of no account for a complaint
 * @param words what the server said, without any address
 */
record MailReport(
        Kind kind, @Nullable String messageId, @Nullable EmailAddress recipient, boolean forGood, String words) {

    enum Kind {
        BOUNCE,
        COMPLAINT
    }

    private static final int MOST_PARTS = 10;

    /** Empty where the mail is no such report, or one that asks for nothing: a delay, a success, a "not spam". */
    static Optional<MailReport> of(MimeMessage mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        String messageId = returnedId(parts);
        if (parts instanceof MultipartReport report && report.getReport() instanceof DeliveryStatus status) {
            return bounce(status, messageId);
        }
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            if (messageId != null && parts.getBodyPart(i).isMimeType("message/feedback-report")) {
                return complaint(parts.getBodyPart(i), messageId);
            }
        }
        return Optional.empty();
    }

    private static Optional<MailReport> bounce(DeliveryStatus report, @Nullable String messageId) {
        for (int i = 0; i < report.getRecipientDSNCount(); i++) {
            var recipient = report.getRecipientDSN(i);
            if (first(recipient, "Action").equalsIgnoreCase("failed")) {
                var address = messageId == null ? onlyRecipient(report) : null;
                if (messageId == null && address == null) {
                    return Optional.empty();
                }
                String status = first(recipient, "Status");
                String said = (status + " " + first(recipient, "Diagnostic-Code")).strip();
                return Optional.of(new MailReport(
                        Kind.BOUNCE, messageId, address, MailStatus.isForGood(status), withoutAddresses(said)));
            }
        }
        return Optional.empty();
    }

    /** Whom we wrote to, else where that was forwarded to. Our mails have one recipient: a report about several is not about one. */
    private static @Nullable EmailAddress onlyRecipient(DeliveryStatus report) {
        if (report.getRecipientDSNCount() != 1) {
            return null;
        }
        var recipient = report.getRecipientDSN(0);
        return address(first(recipient, "Original-Recipient"))
                .or(() -> address(first(recipient, "Final-Recipient")))
                .orElse(null);
    }

    private static Optional<EmailAddress> address(String typed) {
        int type = typed.indexOf(';');
        return type < 0 || !typed.substring(0, type).strip().equalsIgnoreCase("rfc822")
                ? Optional.empty()
                : EmailAddress.parse(typed.substring(type + 1).replaceAll("^\\s*<|>\\s*$", ""));
    }

    private static Optional<MailReport> complaint(BodyPart part, String messageId)
            throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            String type = first(new InternetHeaders(in), "Feedback-Type").toLowerCase(Locale.ROOT);
            return type.isEmpty() || type.equals("not-spam")
                    ? Optional.empty()
                    : Optional.of(new MailReport(Kind.COMPLAINT, messageId, null, true, "complaint: " + type));
        }
    }

    /** The Message-ID of the mail that is given back, whole or its head alone. */
    private static @Nullable String returnedId(Multipart parts) throws MessagingException, IOException {
        for (int i = parts.getCount() - 1; i >= 0 && i >= parts.getCount() - MOST_PARTS; i--) {
            Part part = parts.getBodyPart(i);
            Object content = part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")
                    ? part.getContent()
                    : null;
            String[] ids = content instanceof MessageHeaders head
                    ? head.getHeader("Message-ID")
                    : content instanceof MimeMessage whole ? whole.getHeader("Message-ID") : null;
            if (ids != null && ids.length > 0) {
                return bare(ids[0]);
            }
        }
        return null;
    }

    static String bare(String messageId) {
        return messageId.strip().replaceAll("^<|>$", "");
    }

    private static String first(InternetHeaders headers, String name) {
        String value = headers.getHeader(name, null);
        return value == null ? "" : value.replaceAll("\\s+", " ").strip();
    }

    static String withoutAddresses(String words) {
        return words.replaceAll("[^\\s<>\"';]+@[^\\s<>\"';]+", "…");
    }
}
