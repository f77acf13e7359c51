package net.gatepost.mailinglist;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.gatepost.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Addresses that somebody typed into the list's form. The request itself only puts the wish down as waiting work, without
 * a look at the subscribers: so it does the same, and takes as long, for an address that is new, known or closed. What it
 * leads to is decided afterwards, and only the owner of the address sees it.
 */
@Service
public class Signups {

    static final TaskDescriptor<Waiting> TASK = TaskDescriptor.of("mailing-list-signup", Waiting.class);

    /** How long a confirmation link works: long enough for a holiday week's mail, short enough to mean this wish. */
    static final Duration LINK_WORKS = Duration.ofDays(7);

    private final SubscriberRepository subscribers;
    private final ListMails mails;
    private final SchedulerClient waitingWork;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Signups(
            SubscriberRepository subscribers,
            ListMails mails,
            SchedulerClient waitingWork,
            TransactionTemplate transaction,
            Clock clock) {
        this.subscribers = subscribers;
        this.mails = mails;
        this.waitingWork = waitingWork;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Acknowledged once this returns: a confirmation mail follows unless the address is on the list, closed or had enough. */
    @Transactional
    public void ask(Signup signup) {
        waitingWork.schedule(
                TASK.instance(UuidCreator.getTimeOrderedEpoch().toString())
                        .data(Waiting.of(signup))
                        .build(),
                clock.instant());
    }

    /** Decides what a wish leads to; doing it twice sends no second mail. */
    void receive(Signup signup) {
        try {
            transaction.executeWithoutResult(status -> decide(signup));
        } catch (DataIntegrityViolationException anotherWasFirst) {
            // Two requests made the same new address; the database kept one, and the second look finds it.
            transaction.executeWithoutResult(status -> decide(signup));
        }
    }

    private void decide(Signup signup) {
        Instant now = clock.instant();
        var subscriber = subscribers
                .lockByEmail(signup.email().value())
                .orElseGet(() -> subscribers.saveAndFlush(new Subscriber(signup, now)));
        switch (subscriber.status()) {
            case PENDING, UNSUBSCRIBED -> askToConfirm(subscriber, signup, now);
            case CONFIRMED -> sayAlreadyConfirmed(subscriber, now);
            case SUPPRESSED -> askToOpen(subscriber, signup, now);
        }
    }

    private void askToConfirm(Subscriber subscriber, Signup signup, Instant now) {
        if (subscriber.mayBeMailed(MailAllowance.CONFIRMATIONS, now)) {
            var token = ConfirmationToken.fresh();
            subscriber.awaitConfirmation(signup, token, now.plus(LINK_WORKS), now);
            subscriber.countMail(now);
            mails.askToConfirm(subscriber, token);
        }
    }

    /** It stays closed until its owner confirms; to what an administrator closed nothing is mailed at all. */
    private void askToOpen(Subscriber subscriber, Signup signup, Instant now) {
        if (subscriber.opensByConfirming() && subscriber.mayBeMailed(MailAllowance.TO_CLOSED, now)) {
            var token = ConfirmationToken.fresh();
            subscriber.awaitOpening(signup, token, now.plus(LINK_WORKS), now);
            subscriber.countMail(now);
            mails.askToConfirm(subscriber, token);
        }
    }

    private void sayAlreadyConfirmed(Subscriber subscriber, Instant now) {
        if (subscriber.mayBeMailed(MailAllowance.REMINDERS, now)) {
            subscriber.countMail(now);
            mails.sayAlreadyConfirmed(subscriber);
        }
    }

    /**
     * A wish as it waits in the database, in types that any version of the program reads.
     *
     * @param briefings null from a program that did not ask
     */
    record Waiting(
            String email,
            TreeSet<String> topics,
            @Nullable String briefings,
            String wording,
            @Nullable String sourcePage)
            implements Serializable {

        static Waiting of(Signup signup) {
            var topics = signup.topics().stream().map(Topic::name).collect(Collectors.toCollection(TreeSet::new));
            return new Waiting(
                    signup.email().value(), topics, signup.briefings().name(), signup.wording(), signup.sourcePage());
        }

        Signup toSignup() {
            Set<Topic> chosen = topics.stream().map(Topic::valueOf).collect(Collectors.toSet());
            var often = briefings == null ? Often.WEEKLY : Often.valueOf(briefings);
            return new Signup(new EmailAddress(email), chosen, often, wording, sourcePage);
        }

        @Override
        public String toString() {
            return toSignup().toString();
        }
    }
}
