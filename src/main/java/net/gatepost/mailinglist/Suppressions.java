package net.gatepost.mailinglist;

import java.time.Clock;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes addresses because of what mail servers and providers report. What is reported of a stranger changes nothing. */
@Service
@Transactional
public class Suppressions {

    private final SubscriberRepository subscribers;
    private final Clock clock;

    Suppressions(SubscriberRepository subscribers, Clock clock) {
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /** What came of a report. */
    public enum Effect {
        CLOSED,
        COUNTED,
        NONE
    }

    /**
     * @param forGood at once; otherwise after {@link SoftBounces#MOST}
     * @param words what the server said, without any address
     */
    public Effect bounced(UUID subscriberId, boolean forGood, String words) {
        return subscribers
                .lockById(subscriberId)
                .map(found -> bounced(found, forGood, words))
                .orElse(Effect.NONE);
    }

    public Effect bounced(EmailAddress address, boolean forGood, String words) {
        return subscribers
                .lockByEmail(address.value())
                .map(found -> bounced(found, forGood, words))
                .orElse(Effect.NONE);
    }

    private Effect bounced(Subscriber subscriber, boolean forGood, String words) {
        if (subscriber.status() == SubscriberStatus.SUPPRESSED) {
            return Effect.NONE;
        }
        var now = clock.instant();
        String said = shortened(words);
        if (forGood || subscriber.bounceSoftly(said, now) >= SoftBounces.MOST) {
            subscriber.suppress(SuppressionCause.BOUNCE, said, now);
            return Effect.CLOSED;
        }
        return Effect.COUNTED;
    }

    public Effect complained(UUID subscriberId, String words) {
        return subscribers
                .lockById(subscriberId)
                .map(found -> complained(found, words))
                .orElse(Effect.NONE);
    }

    public Effect complained(EmailAddress address, String words) {
        return subscribers
                .lockByEmail(address.value())
                .map(found -> complained(found, words))
                .orElse(Effect.NONE);
    }

    private Effect complained(Subscriber subscriber, String words) {
        if (subscriber.status() == SubscriberStatus.SUPPRESSED) {
            return Effect.NONE;
        }
        subscriber.suppress(SuppressionCause.COMPLAINT, shortened(words), clock.instant());
        return Effect.CLOSED;
    }

    private static String shortened(String words) {
        String plain = words.replaceAll("\\p{C}+", " ").strip();
        return plain.length() <= SubscriberDesk.REASON_MAX ? plain : plain.substring(0, SubscriberDesk.REASON_MAX);
    }
}
