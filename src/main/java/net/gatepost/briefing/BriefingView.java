package net.gatepost.briefing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One briefing, as read at one moment.
 *
 * @param slug its name in addresses; null while it has never been scheduled or published
 * @param publishAt when it is to go out; null unless it is scheduled
 * @param correctedAt the last time; null where nothing was
 * @param withdrawnReason told to everybody
 */
public record BriefingView(
        UUID id,
        long version,
        @Nullable String slug,
        BriefingStatus status,
        BriefingDraft content,
        Instant changedAt,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        @Nullable Instant correctedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnReason) {

    /** Good only where it has one. */
    public String path() {
        return PublishedBriefing.path(String.valueOf(slug));
    }
}
