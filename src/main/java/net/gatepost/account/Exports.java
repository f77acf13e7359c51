package net.gatepost.account;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import net.gatepost.audit.Audit;
import net.gatepost.mail.Mails;
import net.gatepost.mail.Mails.Letter;
import net.gatepost.web.Moments;
import net.gatepost.web.RateLimits;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.TooManyRequests;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Hands a person everything that the site knows about them. */
@Service
public class Exports {

    static final int A_DAY = 5;

    /** Each holds a connection to the database for as long as its reader takes. */
    static final int AT_ONCE = 4;

    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<PersonalData> kept;
    private final AccountRepository accounts;
    private final Audit audit;
    private final Mails mails;
    private final SiteAddress site;
    private final RateLimits limits;
    private final MessageSource messages;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Exports(
            List<PersonalData> kept,
            AccountRepository accounts,
            Audit audit,
            Mails mails,
            SiteAddress site,
            RateLimits limits,
            MessageSource messages,
            JsonMapper json,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.kept = kept;
        this.accounts = accounts;
        this.audit = audit;
        this.mails = mails;
        this.site = site;
        this.limits = limits;
        this.messages = messages;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /** Where an export goes; opened only once it is certain that there is one. */
    public interface Target {
        OutputStream open() throws IOException;
    }

    /**
     * Writes the ZIP as it is being read. Its owner is told by mail, and told first: an export that breaks off has left as
     * well. Where this throws after the target was opened, the target holds a torso that no program opens.
     *
     * @throws TooManyRequests after {@value #A_DAY} a day, or while {@value #AT_ONCE} others are under way
     */
    public void make(Confirmed confirmed, Target target) throws IOException {
        var viewer = confirmed.viewer();
        if (!places.tryAcquire()) {
            throw new TooManyRequests(SOON);
        }
        try {
            limits.take("export", viewer.getName(), A_DAY, Duration.ofDays(1));
            announce(viewer.id());
            var archive = new ZipArchive(target.open(), json, clock.instant());
            snapshot.executeWithoutResult(status -> kept.forEach(data -> data.exportTo(archive, viewer.id())));
            archive.finish(this::readme);
        } finally {
            places.release();
        }
    }

    private void announce(UUID accountId) {
        transaction.executeWithoutResult(status -> {
            var account = accounts.findById(accountId).orElseThrow(net.gatepost.web.NotFound::new);
            audit.record(accountId, "account.exported", AccountData.SUBJECT, accountId, "");
            mails.send(Letter.of(
                    "account/mail-exported",
                    account.email(),
                    Map.of(
                            "name", account.name(),
                            "at", Moments.told(clock.instant()),
                            "security", site.link("/me/security"))));
        });
    }

    private String readme(List<String> files) {
        String about = message("data.readme", site.host(), Moments.told(clock.instant()));
        return files.stream()
                .map(file -> file + "\n    " + message("data.file." + file.replaceFirst("\\..*", "")))
                .collect(joining("\n\n", about + "\n\n", "\n"));
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
