package net.gatepost.mailinglist;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.account.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The place of a person's address on the list. The list knows no accounts: it is found by the address. */
@Component
@Order(20)
class SubscriberData implements PersonalData {

    private static final int MOST_LINES = 10_000;

    private final SubscriberRepository subscribers;
    private final Accounts accounts;

    SubscriberData(SubscriberRepository subscribers, Accounts accounts) {
        this.subscribers = subscribers;
        this.accounts = accounts;
    }

    /** One line of the history. */
    record Line(
            Instant at,
            EventKind what,
            String topics,
            String wording,
            @Nullable String page) {

        @Override
        public String toString() {
            return "Line[withheld]";
        }
    }

    record Content(
            String email,
            SubscriberStatus status,
            Set<Topic> topics,
            Often briefings,
            @Nullable String place,
            @Nullable String wantedClearance,
            Instant askedAt,
            String wording,
            @Nullable String sourcePage,
            @Nullable Instant confirmedAt,
            @Nullable Instant leftAt,
            @Nullable Instant suppressedAt,
            List<Line> history) {
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
                                subscriber.wishes().briefings(),
                                subscriber.wishes().placeLabel(),
                                subscriber.wishes().level(),
                                subscriber.askedAt(),
                                subscriber.wording(),
                                subscriber.sourcePage(),
                                subscriber.confirmedAt(),
                                subscriber.leftAt(),
                                subscriber.suppressedAt(),
                                history(subscriber.id()))));
    }

    private List<Line> history(UUID id) {
        return subscribers.eventsOf(id, Limit.of(MOST_LINES)).stream()
                .map(event ->
                        new Line(event.happenedAt(), event.kind(), event.topics(), event.wording(), event.sourcePage()))
                .toList();
    }

    /** A closed address stays closed, and that is all that stays: else anybody could have it mailed to again. */
    @Override
    public void erase(UUID accountId) {
        subscribers.lockByEmail(addressOf(accountId)).ifPresent(subscriber -> {
            if (subscriber.status() == SubscriberStatus.SUPPRESSED) {
                subscriber.keepOnlyTheSuppression();
                subscribers.deleteEventsOf(subscriber.id());
            } else {
                subscribers.delete(subscriber);
            }
        });
    }

    private String addressOf(UUID accountId) {
        return accounts.member(accountId).email().value();
    }
}
