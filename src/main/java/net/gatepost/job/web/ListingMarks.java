package net.gatepost.job.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import net.gatepost.job.ListingMark;
import net.gatepost.web.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks every {@link ListingMark} there is, once for all the listings of a page. */
@Component
class ListingMarks {

    private final ObjectProvider<ListingMark> marks;

    /** @param marks asked for late: the modules that know them are made after this one, and there may be none */
    ListingMarks(ObjectProvider<ListingMark> marks) {
        this.marks = marks;
    }

    /** By the listing's id, for each that bears any: the mark's name and the path that says more. */
    Map<UUID, Map<String, String>> among(Viewer viewer, Collection<UUID> listings) {
        if (listings.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Map<String, String>> found = new HashMap<>();
        marks.orderedStream()
                .forEach(mark -> mark.among(viewer, listings)
                        .forEach((id, path) -> found.computeIfAbsent(id, unused -> new LinkedHashMap<>())
                                .put(mark.name(), path)));
        return found;
    }
}
