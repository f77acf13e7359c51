package net.gatepost.mailinglist.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.gatepost.mailinglist.Often;
import net.gatepost.mailinglist.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** The topics as boxes to tick: their words, and reading what came back. */
@Component
class TopicChoices {

    private final MessageSource messages;

    TopicChoices(MessageSource messages) {
        this.messages = messages;
    }

    Map<String, String> labels() {
        return words("");
    }

    Map<String, String> hints() {
        return words(".hint");
    }

    Map<String, String> oftenLabels() {
        Map<String, String> words = new LinkedHashMap<>();
        for (Often often : Often.values()) {
            words.put(often.name(), messages.getMessage("mailinglist.often." + often, null, Locale.ENGLISH));
        }
        return words;
    }

    private Map<String, String> words(String suffix) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            words.put(topic.name(), messages.getMessage("mailinglist.topic." + topic + suffix, null, Locale.ENGLISH));
        }
        return words;
    }

    /** The chosen topics; none of them, and an error on the field {@code topics}, if one is unknown or none was chosen. */
    static Set<Topic> read(Set<String> chosen, Errors errors) {
        var topics = EnumSet.noneOf(Topic.class);
        for (String name : chosen) {
            Optional<Topic> topic = named(name);
            if (topic.isEmpty()) {
                errors.rejectValue("topics", "mailinglist.topics.unknown");
                return Set.of();
            }
            topics.add(topic.get());
        }
        if (topics.isEmpty()) {
            errors.rejectValue("topics", "mailinglist.topics.missing");
        }
        return topics;
    }

    /** How often briefings come: weekly where nothing is said, an error on the field {@code briefings} for nonsense. */
    static Often readOften(@Nullable String chosen, Errors errors) {
        if (chosen == null || chosen.isEmpty()) {
            return Often.WEEKLY;
        }
        for (Often often : Often.values()) {
            if (often.name().equals(chosen)) {
                return often;
            }
        }
        errors.rejectValue("briefings", "mailinglist.often.unknown");
        return Often.WEEKLY;
    }

    static Optional<Topic> named(String name) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.name().equals(name))
                .findFirst();
    }
}
