package net.gatepost.briefing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What decides how near a briefing is to another one, without its words. */
record Neighbour(
        UUID id,
        String topic,
        @Nullable String placeId,
        @Nullable UUID employerId) {

    /** How many of the tags that were asked for one has; none is left out. */
    record Tagged(UUID id, long shared) {}

    int inCommon(BriefingDraft content, long sharedTags) {
        boolean employer = employerId != null && employerId.equals(content.employerId());
        boolean place = placeId != null && placeId.equals(content.placeId());
        return (employer ? 4 : 0) + 2 * (int) sharedTags + (place ? 2 : 0) + (topic.equals(content.topic()) ? 1 : 0);
    }
}
