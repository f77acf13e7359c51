package net.gatepost.briefing.web;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.gatepost.briefing.BriefingTopic;

/** Topics to choose from, and to tell by. */
final class TopicNames {

    private TopicNames() {}

    /** Slug to name, in their order. */
    static Map<String, String> of(Stream<BriefingTopic> topics) {
        return topics.collect(toMap(BriefingTopic::slug, BriefingTopic::name, (one, other) -> one, LinkedHashMap::new));
    }
}
