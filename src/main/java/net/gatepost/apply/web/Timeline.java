package net.gatepost.apply.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.apply.ApplicationView;
import net.gatepost.apply.Side;
import net.gatepost.apply.Stage;
import net.gatepost.web.Moments;
import org.jspecify.annotations.Nullable;

/** The steps of an application in words, the first one first. */
final class Timeline {

    private Timeline() {}

    /**
     * One step.
     *
     * @param who took it; null where that is not said
     * @param words for the member
     */
    record Entry(
            Stage stage,
            String when,
            boolean byMember,
            boolean takenBack,
            @Nullable String who,
            @Nullable String words) {

        public String kind() {
            return StageFilter.kind(stage);
        }

        @Override
        public String toString() {
            return "Entry[" + stage + "]";
        }
    }

    /** @param names of those who took steps, by account; empty where nobody is to be named */
    static List<Entry> of(ApplicationView application, Map<UUID, String> names) {
        return application.steps().stream()
                .map(step -> new Entry(
                        step.stage(),
                        Moments.told(step.at()),
                        step.side() == Side.MEMBER,
                        step.takenBack(),
                        step.by() == null ? null : names.get(step.by()),
                        step.words()))
                .toList();
    }
}
