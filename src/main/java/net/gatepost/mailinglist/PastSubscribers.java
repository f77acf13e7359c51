package net.gatepost.mailinglist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Subscribers whose ways lie behind them: a demo begins with a list that has gone on for months. */
@Component
public class PastSubscribers {

    private static final Duration LINK_WORKED = Duration.ofDays(7);

    private final SubscriberRepository subscribers;

    PastSubscribers(SubscriberRepository subscribers) {
        this.subscribers = subscribers;
    }

    /** How somebody's time on the list ended, or was disturbed. */
    public enum Turn {
        LEFT,
        SOFT_BOUNCE,
        HARD_BOUNCE,
        COMPLAINT
    }

    /**
     * One subscriber's way.
     *
     * @param confirmed null for whoever has not confirmed yet; then nothing follows
     * @param turn null where nothing has happened since
     * @param turned when it did
     */
    public record Past(
            Signup signup,
            Instant asked,
            @Nullable Instant confirmed,
            @Nullable Turn turn,
            @Nullable Instant turned) {}

    /** All of them or, where there is any subscriber, none. */
    @Transactional
    public void bringIn(List<Past> past) {
        if (subscribers.count() == 0) {
            subscribers.saveAll(past.stream().map(PastSubscribers::lived).toList());
        }
    }

    private static Subscriber lived(Past past) {
        var subscriber = new Subscriber(past.signup(), past.asked());
        subscriber.awaitConfirmation(
                past.signup(), ConfirmationToken.fresh(), past.asked().plus(LINK_WORKED), past.asked());
        if (past.confirmed() != null) {
            subscriber.confirm(past.confirmed());
        }
        if (past.turn() != null && past.turned() != null) {
            switch (past.turn()) {
                case LEFT -> subscriber.leave(past.turned());
                case SOFT_BOUNCE -> subscriber.bounceSoftly("4.2.2 mailbox full", past.turned());
                case HARD_BOUNCE -> subscriber.suppress(SuppressionCause.BOUNCE, "5.1.1 no such user", past.turned());
                case COMPLAINT -> subscriber.suppress(SuppressionCause.COMPLAINT, "complaint: abuse", past.turned());
            }
        }
        return subscriber;
    }
}
