package net.gatepost.mailinglist;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.gatepost.mail.EmailAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts addresses on the list whose owners agreed elsewhere. An address that the list knows stays as it is. */
@Component
public class ImportedSubscribers {

    private final SubscriberRepository subscribers;
    private final EntityManager entities;

    ImportedSubscribers(SubscriberRepository subscribers, EntityManager entities) {
        this.subscribers = subscribers;
        this.entities = entities;
    }

    /** Whose agreement, to what, and where and when they gave it. */
    public record Consent(EmailAddress email, Set<Topic> topics, String source, Instant at) {
        @Override
        public String toString() {
            return "Consent[withheld]";
        }
    }

    /** @param closed of the known ones, those that have left or are suppressed */
    public record Added(long added, long known, long closed) {}

    /** An address that is named twice is added once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Added add(List<Consent> consents, Instant now) {
        Map<String, Consent> byAddress = new LinkedHashMap<>();
        consents.forEach(consent -> byAddress.putIfAbsent(consent.email().value(), consent));
        var known = subscribers.findByEmailIn(byAddress.keySet());
        known.forEach(subscriber -> byAddress.remove(subscriber.email().value()));
        long closed = known.stream()
                .filter(subscriber -> subscriber.status() == SubscriberStatus.UNSUBSCRIBED
                        || subscriber.status() == SubscriberStatus.SUPPRESSED)
                .count();
        subscribers.saveAllAndFlush(byAddress.values().stream()
                .map(consent -> new Subscriber(consent.email(), consent.topics(), consent.source(), consent.at(), now))
                .toList());
        // Else each part would be looked through for changes again with all of the later ones.
        entities.clear();
        return new Added(byAddress.size(), known.size(), closed);
    }
}
