package net.gatepost.briefing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A briefing that everybody may read, as lists, feeds and mails tell of it.
 *
 * @param topic its slug
 * @param place the dateline's; empty for none
 * @param correctedAt the last time; null where nothing was
 */
public record PublishedBriefing(
        UUID id,
        String slug,
        String topic,
        String topicName,
        String headline,
        String summary,
        String place,
        Instant publishedAt,
        @Nullable Instant correctedAt) {

    /** Without the site's address. */
    public String path() {
        return path(slug);
    }

    static String path(String slug) {
        return "/briefings/" + slug;
    }
}
