package net.gatepost.briefing.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.gatepost.briefing.PublishedBriefing;
import net.gatepost.web.Moments;

/**
 * A briefing in a list, in words; what {@code briefing/_parts :: row} shows.
 *
 * @param published for machines, to the second
 * @param when the same in words
 * @param corrected whether it was
 */
public record BriefingRow(
        String href,
        String headline,
        String summary,
        String topic,
        String topicHref,
        String place,
        String published,
        String when,
        boolean corrected) {

    public static BriefingRow of(PublishedBriefing briefing) {
        return new BriefingRow(
                briefing.path(),
                briefing.headline(),
                briefing.summary(),
                briefing.topicName(),
                "/briefings/topics/" + briefing.topic(),
                briefing.place(),
                iso(briefing.publishedAt()),
                Moments.told(briefing.publishedAt()),
                briefing.correctedAt() != null);
    }

    static String iso(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
