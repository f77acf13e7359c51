package net.gatepost.mail;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Sends mail. A mail is stored and queued in the caller's transaction: it leaves if and only if that commits, at least
 * once, and twice at most when the process dies while it is in flight (then with the same Message-ID).
 */
@Service
public class Mails {

    private final MailRepository mails;
    private final SchedulerClient waitingWork;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final SiteAddress site;
    private final Clock clock;

    Mails(
            MailRepository mails,
            SchedulerClient waitingWork,
            ITemplateEngine templates,
            MessageSource messages,
            SiteAddress site,
            Clock clock) {
        this.mails = mails;
        this.waitingWork = waitingWork;
        this.templates = templates;
        this.messages = messages;
        this.site = site;
        this.clock = clock;
    }

    /**
     * What to send to whom. The templates {@code <template>.html} and {@code <template>.txt} see the model and
     * {@code site}; the subject is the message {@code mail.<template>.subject} with slashes as dots, given
     * {@code subjectArguments}.
     *
     * @param dedupeKey a mail with the key of an earlier one is not sent again; null where every mail is its own
     */
    public record Letter(
            String template,
            EmailAddress to,
            Map<String, ?> model,
            Map<String, String> headers,
            Object[] subjectArguments,
            @Nullable String dedupeKey) {

        public static Letter of(String template, EmailAddress to, Map<String, ?> model) {
            return new Letter(template, to, model, Map.of(), new Object[0], null);
        }

        public Letter subjectArguments(Object... arguments) {
            return new Letter(template, to, model, headers, arguments, dedupeKey);
        }

        public Letter headers(Map<String, String> added) {
            return new Letter(template, to, model, added, subjectArguments, dedupeKey);
        }

        public Letter once(String key) {
            return new Letter(template, to, model, headers, subjectArguments, key);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Letter letter) {
        String key = letter.dedupeKey() == null ? UuidCreator.getRandomBased().toString() : letter.dedupeKey();
        if (mails.existsByDedupeKey(key)) {
            return;
        }
        var mail = mails.save(new Mail(key, site.host(), letter.to(), render(letter), clock.instant()));
        waitingWork.scheduleIfNotExists(
                MailDelivery.TASK.instance(mail.id().toString()).build(), clock.instant());
    }

    /**
     * A mail that is kept, without its words.
     *
     * @param status {@code QUEUED}, {@code SENT} or {@code FAILED}
     */
    public record Kept(
            String subject,
            String status,
            Instant queuedAt,
            @Nullable Instant endedAt) {
        @Override
        public String toString() {
            return "Kept[withheld]";
        }
    }

    /** The mails to this address that are still kept, the oldest first. */
    @Transactional(readOnly = true)
    public List<Kept> to(EmailAddress address) {
        return mails.to(address.value());
    }

    /** To whom the mail with this Message-ID went, in angle brackets or without, while it is kept. */
    @Transactional(readOnly = true)
    public Optional<EmailAddress> recipientOf(String messageId) {
        String bare = messageId.strip().replaceAll("^<|>$", "");
        return mails.findFirstByMessageId("<" + bare + ">").map(mail -> new EmailAddress(mail.recipient()));
    }

    /** Deletes every mail to this address; one that waits is not sent any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(EmailAddress address) {
        mails.deleteTo(address.value());
    }

    Mail.Rendered render(Letter letter) {
        Map<String, Object> model = new HashMap<>(letter.model());
        String subject = messages.getMessage(
                "mail." + letter.template().replace('/', '.') + ".subject", letter.subjectArguments(), Locale.ENGLISH);
        model.put("site", site);
        model.put("subject", subject);
        var context = new Context(Locale.ENGLISH, model);
        String headers = letter.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
        return new Mail.Rendered(
                subject.replaceAll("\\p{Cntrl}+", " "),
                headers,
                templates.process(letter.template() + ".txt", context),
                templates.process(letter.template(), context));
    }
}
