package net.gatepost.mailinglist;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.SignedLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The subscribers, as the holders of links from the list's mails reach them. Looking at a link never changes anything:
 * mail scanners follow links.
 */
@Service
public class Subscribers {

    private final SubscriberRepository subscribers;
    private final SignedLinks links;
    private final Clock clock;

    Subscribers(SubscriberRepository subscribers, SignedLinks links, Clock clock) {
        this.subscribers = subscribers;
        this.links = links;
        this.clock = clock;
    }

    /**
     * One address and where it stands.
     *
     * @param email null where the link is genuine but the address is no longer known
     */
    public record Subscription(@Nullable EmailAddress email, SubscriberStatus status, Wishes wishes) {

        private static final Subscription FORGOTTEN =
                new Subscription(null, SubscriberStatus.UNSUBSCRIBED, new Wishes(Set.of(), Often.WEEKLY, null, null));

        private static Subscription of(Subscriber subscriber) {
            return new Subscription(subscriber.email(), subscriber.status(), subscriber.wishes());
        }

        public boolean isConfirmed() {
            return status == SubscriberStatus.CONFIRMED;
        }

        /** Whether leaving would still change something. */
        public boolean isLeft() {
            return status == SubscriberStatus.UNSUBSCRIBED || status == SubscriberStatus.SUPPRESSED;
        }
    }

    /** What a confirmation link is good for. */
    public enum ConfirmationLink {
        WORKS,
        /** It was ours, and its time is over. */
        ENDED,
        /** Never ours, or replaced by a later one. */
        UNKNOWN
    }

    /** What agreeing would mean; the subscription is null unless the link works. */
    public record Confirmation(
            ConfirmationLink link, @Nullable Subscription subscription) {}

    @Transactional(readOnly = true)
    public Confirmation confirmation(String token) {
        return subscribers
                .findByTokenHash(new ConfirmationToken(token).hash())
                .map(subscriber -> linkOf(subscriber) == ConfirmationLink.WORKS
                        ? new Confirmation(ConfirmationLink.WORKS, Subscription.of(subscriber))
                        : new Confirmation(ConfirmationLink.ENDED, null))
                .orElse(new Confirmation(ConfirmationLink.UNKNOWN, null));
    }

    /** Agrees, if the link works. A second time it says so again. */
    @Transactional
    public ConfirmationLink confirm(String token) {
        var found = subscribers.lockByTokenHash(new ConfirmationToken(token).hash());
        if (found.isEmpty()) {
            return ConfirmationLink.UNKNOWN;
        }
        var link = linkOf(found.get());
        if (link == ConfirmationLink.WORKS) {
            found.get().confirm(clock.instant());
        }
        return link;
    }

    private ConfirmationLink linkOf(Subscriber subscriber) {
        return subscriber.linkHasEnded(clock.instant()) ? ConfirmationLink.ENDED : ConfirmationLink.WORKS;
    }

    /** Whose leaving a link stands for; empty if this site did not sign it. */
    @Transactional(readOnly = true)
    public Optional<Subscription> byLeaveLink(String token) {
        return links.read(ListMails.LEAVE, token).map(this::subscription);
    }

    /** Leaves at once; nothing more is sent. False if this site did not sign the link. */
    @Transactional
    public boolean leave(String token) {
        var id = links.read(ListMails.LEAVE, token);
        id.flatMap(subscribers::lockById).ifPresent(subscriber -> subscriber.leave(clock.instant()));
        return id.isPresent();
    }

    /** Whose topics a link may choose; empty if this site did not sign it. */
    @Transactional(readOnly = true)
    public Optional<Subscription> byPreferencesLink(String token) {
        return links.read(ListMails.PREFERENCES, token).map(this::subscription);
    }

    /** Where the holder of a preferences link leaves altogether. */
    public Optional<String> leaveTokenFor(String preferencesToken) {
        return links.read(ListMails.PREFERENCES, preferencesToken).map(id -> links.tokenFor(ListMails.LEAVE, id));
    }

    /** Chooses what to get; of topics there is at least one. False where the link's subscriber is not on the list. */
    @Transactional
    public boolean choose(String token, Wishes wishes) {
        var subscriber = links.read(ListMails.PREFERENCES, token)
                .flatMap(subscribers::lockById)
                .filter(found -> found.status() == SubscriberStatus.CONFIRMED);
        subscriber.ifPresent(found -> found.choose(wishes, clock.instant()));
        return subscriber.isPresent();
    }

    private Subscription subscription(UUID id) {
        return subscribers.findById(id).map(Subscription::of).orElse(Subscription.FORGOTTEN);
    }
}
