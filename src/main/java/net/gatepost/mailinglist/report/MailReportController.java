package net.gatepost.mailinglist.report;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.MailStatus;
import net.gatepost.mailinglist.Suppressions.Effect;
import net.gatepost.web.JsonBody;
import net.gatepost.web.Problem;
import net.gatepost.web.Problem.Wrong;
import net.gatepost.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Reports that a mail provider posts: the report as the mail it came in, or in a few fields. {@code docs/mail.md} shows both. */
@Controller
class MailReportController {

    private final MailReports reports;
    private final MessageSource messages;

    MailReportController(MailReports reports, MessageSource messages) {
        this.reports = reports;
        this.messages = messages;
    }

    /**
     * @param mail a whole report as it came, RFC 3464 or RFC 5965; then nothing else is needed
     * @param kind {@code bounce} or {@code complaint}
     * @param messageId of our mail; or else
     * @param address the recipient's
     * @param status as RFC 3463 numbers it, for a bounce
     */
    record Body(
            @Nullable String mail,
            @Nullable String kind,
            @Nullable String messageId,
            @Nullable String address,
            @Nullable String status) {
        @Override
        public String toString() {
            return "Body[withheld]";
        }
    }

    @PostMapping(ReportChain.REPORTS)
    @ResponseBody
    Map<String, String> take(JsonBody sent) {
        var body = sent.as(Body.class);
        Effect effect = body.mail() == null ? fields(body) : mail(body.mail());
        reports.looked("webhook", "");
        return Map.of("effect", effect.name().toLowerCase(Locale.ROOT));
    }

    private Effect mail(String mail) {
        try {
            var message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
            return MailReport.of(message).map(reports::take).orElseThrow(() -> refused("/mail", "report.mail.none"));
        } catch (MessagingException | IOException unreadable) {
            throw refused("/mail", "report.mail.none");
        }
    }

    private Effect fields(Body body) {
        var kind = kind(body.kind()).orElseThrow(() -> refused("/kind", "report.kind.wrong"));
        String status = body.status() == null ? "" : body.status();
        boolean forGood = MailStatus.isForGood(status);
        String words = kind == MailReport.Kind.COMPLAINT ? "complaint" : MailReport.withoutAddresses(status);
        if (body.messageId() != null) {
            return reports.take(new MailReport(kind, MailReport.bare(body.messageId()), null, forGood, words));
        }
        var address = EmailAddress.parse(body.address() == null ? "" : body.address())
                .orElseThrow(() -> refused("/address", "report.address.wrong"));
        return reports.take(address, kind, forGood, words);
    }

    private static Optional<MailReport.Kind> kind(@Nullable String name) {
        return "bounce".equals(name)
                ? Optional.of(MailReport.Kind.BOUNCE)
                : "complaint".equals(name) ? Optional.of(MailReport.Kind.COMPLAINT) : Optional.empty();
    }

    private Refused refused(String at, String key) {
        return new Refused(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid")
                .with(Wrong.at(at, messages.getMessage(key, null, Locale.ENGLISH))));
    }
}
