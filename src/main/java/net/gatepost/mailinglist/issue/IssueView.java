package net.gatepost.mailinglist.issue;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One issue as administrators see it, with what became of its copies. */
record IssueView(
        UUID id,
        long version,
        IssueStatus status,
        IssueDraft content,
        Instant madeAt,
        @Nullable Instant scheduledAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant retryAt,
        @Nullable String lastError,
        Map<DeliveryStatus, Long> counts) {

    static IssueView of(Issue issue, Map<DeliveryStatus, Long> counts) {
        return new IssueView(
                issue.id(),
                issue.version(),
                issue.status(),
                issue.content(),
                issue.madeAt(),
                issue.scheduledAt(),
                issue.startedAt(),
                issue.endedAt(),
                issue.retryAt(),
                issue.lastError(),
                counts);
    }

    long count(DeliveryStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    long recipients() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
