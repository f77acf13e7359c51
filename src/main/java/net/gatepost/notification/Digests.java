package net.gatepost.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.mail.Mails;
import net.gatepost.web.LongestPause;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The daily digest: each member's waiting notices in one mail. Each digest is a task of its own, so one that fails keeps
 * nobody else's, and mail and marks commit together, so a killed process repeats and skips nothing.
 *
 * <p>What its reader has had before them on the site meanwhile is left out: who comes every day needs no mail about it.
 */
@Component
class Digests {

    /** One member's digest; the instance is the account's id. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("notification-digest");

    /** Lines of one mail; the desk has the rest. */
    static final int MOST_LINES = 50;

    /** Notices that one digest takes care of; what is beyond waits for the next. */
    static final int MOST_NOTICES = 1000;

    static final int PAGE_SIZE = 500;

    private static final UUID BEFORE_THE_FIRST = new UUID(0, 0);

    private final NoticeRepository notices;
    private final ReaderRepository readers;
    private final MailChoices choices;
    private final NoticeWords words;
    private final Accounts accounts;
    private final Mails mails;
    private final SchedulerClient waitingWork;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digests(
            NoticeRepository notices,
            ReaderRepository readers,
            MailChoices choices,
            NoticeWords words,
            Accounts accounts,
            Mails mails,
            SchedulerClient waitingWork,
            TransactionTemplate transaction,
            Clock clock) {
        this.notices = notices;
        this.readers = readers;
        this.choices = choices;
        this.words = words;
        this.accounts = accounts;
        this.mails = mails;
        this.waitingWork = waitingWork;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Puts down a digest for everybody who has something waiting, a page of them at a time. Again is harmless. */
    void putDown() {
        var page = putDown(true, BEFORE_THE_FIRST);
        while (page.size() == PAGE_SIZE) {
            page = putDown(false, page.get(PAGE_SIZE - 1));
        }
    }

    private List<UUID> putDown(boolean fromTheFirst, UUID after) {
        return transaction.execute(status -> {
            var page = notices.findWaitingAccounts(fromTheFirst, after, Limit.of(PAGE_SIZE));
            page.forEach(accountId -> waitingWork.scheduleIfNotExists(
                    TASK.instance(accountId.toString()).build(), clock.instant()));
            return page;
        });
    }

    /** Sends a member's digest unless they had one today, or nothing is left to tell. */
    @Transactional
    public void send(UUID accountId) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var contact = accounts.contacts(List.of(accountId)).get(accountId);
        if (contact == null) {
            waitingOf(accountId).forEach(NoticeRow::needsNoMail);
            return;
        }
        readers.begin(accountId, Inbox.NEVER);
        readers.bringBack(accountId, now, LongestPause.after(now));
        if (readers.takeDigest(accountId, today, LongestPause.after(today)) == 0) {
            return;
        }
        var reader = readers.findById(accountId).orElseThrow();
        var chosen = choices.of(accountId);
        var untold = new ArrayList<NoticeRow>();
        for (var notice : waitingOf(accountId)) {
            if (reader.hasSeen(notice) || chosen.get(notice.kind()) == Mailing.NEVER) {
                notice.needsNoMail();
            } else {
                notice.mailed(now);
                untold.add(notice);
            }
        }
        if (!untold.isEmpty()) {
            mails.send(letter(contact, untold).once("notification-digest/" + accountId + "/" + today));
        }
    }

    private Mails.Letter letter(Accounts.Contact contact, List<NoticeRow> untold) {
        var shown = untold.subList(0, Math.min(MOST_LINES, untold.size()));
        return Mails.Letter.of(
                        "notification/mail-digest",
                        contact.email(),
                        Map.of("lines", words.lines(shown), "more", untold.size() - shown.size()))
                .subjectArguments(untold.size());
    }

    private List<NoticeRow> waitingOf(UUID accountId) {
        return notices.findByAccountIdAndWaitingTrueOrderByHappenedAtDescIdDesc(accountId, Limit.of(MOST_NOTICES));
    }
}
