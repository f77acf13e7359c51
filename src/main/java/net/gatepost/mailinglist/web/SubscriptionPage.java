package net.gatepost.mailinglist.web;

import java.util.List;
import net.gatepost.mailinglist.Subscribers.Subscription;
import net.gatepost.mailinglist.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as the holder of a link sees it. The address is masked: mails are forwarded, links and all.
 *
 * @param address null where it is no longer known
 */
record SubscriptionPage(@Nullable String address, boolean confirmed, boolean left, List<String> topics) {

    static SubscriptionPage of(Subscription subscription, TopicChoices choices) {
        var email = subscription.email();
        var labels = choices.labels();
        return new SubscriptionPage(
                email == null ? null : email.masked(),
                subscription.isConfirmed(),
                subscription.isLeft(),
                subscription.wishes().topics().stream()
                        .sorted()
                        .map(Topic::name)
                        .map(name -> labels.getOrDefault(name, name))
                        .toList());
    }
}
