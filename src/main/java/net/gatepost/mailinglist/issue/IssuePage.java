package net.gatepost.mailinglist.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.gatepost.mailinglist.web.WishChoices;
import net.gatepost.web.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * One issue in words.
 *
 * @param topic as pages call it
 * @param whom which of its subscribers, a line for each condition; empty for all
 * @param told when it was made, leaves, left or ended: the latest of it
 * @param percent how far it is, from 0 to 100
 */
public record IssuePage(
        UUID id,
        String status,
        String kind,
        String subject,
        String topic,
        List<String> whom,
        String told,
        String made,
        @Nullable String scheduled,
        @Nullable String started,
        @Nullable String ended,
        @Nullable String retry,
        @Nullable String lastError,
        long recipients,
        long waiting,
        long sent,
        long skipped,
        long failed,
        long bounced,
        long percent) {

    static IssuePage of(IssueView issue, WishChoices choices, MessageSource messages) {
        var content = issue.content();
        long recipients = issue.recipients();
        long waiting = issue.count(DeliveryStatus.WAITING);
        return new IssuePage(
                issue.id(),
                issue.status().name(),
                switch (issue.status()) {
                    case SENT -> "state-good";
                    case SCHEDULED, SENDING -> "state-wait";
                    case PAUSED -> "state-bad";
                    case DRAFT, CANCELLED -> "state-off";
                },
                content.subject(),
                words(messages, "mailinglist.topic." + content.topic()),
                whom(content, choices, messages),
                latest(issue),
                Moments.told(issue.madeAt()),
                told(issue.scheduledAt()),
                told(issue.startedAt()),
                told(issue.endedAt()),
                told(issue.retryAt()),
                issue.lastError(),
                recipients,
                waiting,
                issue.count(DeliveryStatus.SENT),
                issue.count(DeliveryStatus.SKIPPED),
                issue.count(DeliveryStatus.FAILED),
                issue.count(DeliveryStatus.BOUNCED),
                recipients == 0 ? 0 : (recipients - waiting) * 100 / recipients);
    }

    public boolean is(String name) {
        return status.equals(name);
    }

    private static String latest(IssueView issue) {
        for (Instant moment :
                new @Nullable Instant[] {issue.endedAt(), issue.startedAt(), issue.scheduledAt(), issue.madeAt()}) {
            if (moment != null) {
                return Moments.told(moment);
            }
        }
        return "";
    }

    private static @Nullable String told(@Nullable Instant moment) {
        return moment == null ? null : Moments.told(moment);
    }

    private static List<String> whom(IssueDraft content, WishChoices choices, MessageSource messages) {
        var lines = new ArrayList<String>();
        var segment = content.segment();
        if (content.often() != null) {
            lines.add(words(messages, "mailinglist.issue.whom.often." + content.often()));
        }
        var place = segment.place();
        if (place != null) {
            lines.add(words(messages, "mailinglist.issue.whom.place", segment.miles(), place.label()));
        }
        if (segment.level() != null) {
            lines.add(words(messages, "mailinglist.issue.whom.level", choices.levelName(segment.level())));
        }
        if (segment.since() != null) {
            lines.add(words(
                    messages, "mailinglist.issue.whom.since", segment.since().toString()));
        }
        return lines;
    }

    private static String words(MessageSource messages, String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
