package net.gatepost.briefing.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feed, as read at one moment.
 *
 * @param topic under which its drafts are put
 * @param failure why the last fetch brought nothing, as part of a message's key; null where it went well
 * @param brought how many drafts it has brought so far
 */
public record FeedView(
        UUID id,
        String address,
        String name,
        String topic,
        int everyHours,
        boolean paused,
        Instant nextAt,
        @Nullable Instant fetchedAt,
        @Nullable String failure,
        long brought) {}
