package net.gatepost.job.importing;

import java.util.List;
import java.util.Map;
import net.gatepost.web.Legible;

/**
 * One job as a feed has it, before anybody has judged it.
 *
 * @param fields by the names of {@link Field}; what the feed has besides is left out
 * @param broken why it can't be read at all, as a message key; empty where it can
 */
record FeedRow(Map<Field, String> fields, String broken) implements Legible {

    FeedRow {
        fields = Map.copyOf(fields);
    }

    static FeedRow broken(String messageKey) {
        return new FeedRow(Map.of(), messageKey);
    }

    String get(Field field) {
        return fields.getOrDefault(field, "");
    }

    @Override
    public List<String> texts() {
        return List.copyOf(fields.values());
    }
}
