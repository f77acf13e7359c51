package net.gatepost.mailinglist;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.account.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The place of a person's address on the list. The list knows no accounts: it is found by the address. */
@Component
@Order(20)
class SubscriberData implements PersonalData {

    private final SubscriberRepository subscribers;
    private final Accounts accounts;

    SubscriberData(SubscriberRepository subscribers, Accounts accounts) {
        this.subscribers = subscribers;
        this.accounts = accounts;
    }

    record Content(
            String email,
            SubscriberStatus status,
            Set<Topic> topics,
            Instant askedAt,
            String wording,
            @Nullable String sourcePage,
            @Nullable Instant confirmedAt,
            @Nullable Instant leftAt,
            @Nullable Instant suppressedAt) {
        @Override
        public String toString() {
            return "Content[withheld]";
        }
    }

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        subscribers
                .findByEmail(addressOf(accountId))
                .ifPresent(subscriber -> archive.json(
                        "mailing-list",
                        new Content(
                                subscriber.email().value(),
                                subscriber.status(),
                                new TreeSet<>(subscriber.topics()),
                                subscriber.askedAt(),
                                subscriber.wording(),
                                subscriber.sourcePage(),
                                subscriber.confirmedAt(),
                                subscriber.leftAt(),
                                subscriber.suppressedAt())));
    }

    /** A closed address stays closed, and that is all that stays: else anybody could have it mailed to again. */
    @Override
    public void erase(UUID accountId) {
        subscribers.lockByEmail(addressOf(accountId)).ifPresent(subscriber -> {
            if (subscriber.status() == SubscriberStatus.SUPPRESSED) {
                subscriber.keepOnlyTheSuppression();
            } else {
                subscribers.delete(subscriber);
            }
        });
    }

    private String addressOf(UUID accountId) {
        return accounts.member(accountId).email().value();
    }
}
