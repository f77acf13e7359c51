package net.gatepost.briefing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an editor has written, finished or not.
 *
 * @param topic a topic's slug
 * @param body Markdown
 * @param development Markdown: what else happened, told below the article under a heading of its own; empty for nothing
 * @param placeId of the gazetteer, where it knows the place
 * @param place the dateline's place in words; empty for none
 * @param datedAt the dateline's moment; null to take that of publication
 * @param employerId an employer of this site that it is about
 * @param tags in lower case, each once
 */
public record BriefingDraft(
        String topic,
        String headline,
        String summary,
        String body,
        String development,
        @Nullable String placeId,
        String place,
        @Nullable Instant datedAt,
        Source source,
        @Nullable UUID employerId,
        List<String> tags) {

    public static final int LONGEST_HEADLINE = 200;
    public static final int LONGEST_SUMMARY = 600;
    public static final int LONGEST_BODY = 40_000;
    public static final int LONGEST_DEVELOPMENT = 10_000;
    public static final int LONGEST_PLACE = 120;
    public static final int LONGEST_TAG = 40;
    public static final int MOST_TAGS = 8;

    public BriefingDraft {
        tags = tags(tags);
    }

    /** Each once, in lower case and in order. */
    public static List<String> tags(Collection<String> typed) {
        return typed.stream()
                .map(tag -> tag.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
