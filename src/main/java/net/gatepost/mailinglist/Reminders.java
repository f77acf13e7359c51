package net.gatepost.mailinglist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.gatepost.web.RetentionPeriods;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds once, after three days, those who have not confirmed: the first mail may lie with the spam. */
@Component
class Reminders {

    static final Duration AFTER = Duration.ofDays(3);

    private static final int AT_ONCE = 200;

    private final SubscriberRepository subscribers;
    private final ListMails mails;
    private final TransactionTemplate transaction;
    private final RetentionPeriods periods;
    private final Clock clock;

    Reminders(
            SubscriberRepository subscribers,
            ListMails mails,
            TransactionTemplate transaction,
            RetentionPeriods periods,
            Clock clock) {
        this.subscribers = subscribers;
        this.mails = mails;
        this.transaction = transaction;
        this.periods = periods;
        this.clock = clock;
    }

    void run() {
        var now = clock.instant();
        var before = now.minus(AFTER);
        // Who is forgotten tonight is not asked any more.
        var after = now.minus(periods.unconfirmed()).plus(Duration.ofDays(1));
        List<UUID> some;
        do {
            some = subscribers.toRemind(before, after, Limit.of(AT_ONCE));
            some.forEach(id -> transaction.executeWithoutResult(status -> remind(id, before)));
        } while (some.size() == AT_ONCE);
    }

    private void remind(UUID id, Instant before) {
        subscribers
                .lockById(id)
                .filter(found -> found.status() == SubscriberStatus.PENDING)
                .filter(found -> found.remindedAt() == null && found.askedAt().isBefore(before))
                .ifPresent(subscriber -> {
                    var now = clock.instant();
                    var token = ConfirmationToken.fresh();
                    subscriber.remind(token, now.plus(Signups.LINK_WORKS), now);
                    subscriber.countMail(now);
                    mails.remind(subscriber, token);
                });
    }
}
