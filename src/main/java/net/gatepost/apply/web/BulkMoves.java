package net.gatepost.apply.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import net.gatepost.apply.Applicants;
import net.gatepost.apply.Stage;
import net.gatepost.apply.StaleApplication;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Moves several applications on, each for itself: one that can't go there, or has moved meanwhile, stops no other. */
@Component
class BulkMoves {

    /** As many as a page shows. */
    private static final int MOST = 200;

    private final Applicants applicants;
    private final MessageSource messages;

    BulkMoves(Applicants applicants, MessageSource messages) {
        this.applicants = applicants;
        this.messages = messages;
    }

    /** What became of them; kept in the session until the next page. */
    record Result(String said, boolean all) implements Serializable {}

    /**
     * @param chosen each an application's id and the version that was looked at, with a colon between
     * @throws NotFound when the listing is not the viewer's to see
     */
    Result move(Viewer viewer, UUID listingId, List<String> chosen, Stage next, @Nullable String words) {
        applicants.listing(viewer, listingId);
        int moved = 0;
        var left = new ArrayList<UUID>();
        for (Map.Entry<UUID, Long> one : read(chosen).entrySet()) {
            try {
                applicants.move(viewer, listingId, one.getKey(), Objects.requireNonNull(one.getValue()), next, words);
                moved++;
            } catch (StaleApplication | NotFound gone) {
                left.add(one.getKey());
            }
        }
        return new Result(text("apply.bulk.done", moved, left.size()), left.isEmpty());
    }

    /** In the order of ids, so that two who move the same ones can't wait for each other. */
    private static Map<UUID, Long> read(List<String> chosen) {
        var read = new TreeMap<UUID, Long>();
        chosen.stream()
                .limit(MOST)
                .filter(each -> each.matches("[0-9a-fA-F-]{36}:[0-9]{1,18}"))
                .forEach(each -> {
                    try {
                        read.put(UUID.fromString(each.substring(0, 36)), Long.parseLong(each.substring(37)));
                    } catch (IllegalArgumentException nonsense) {
                        // Such an application there is not.
                    }
                });
        return read;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
