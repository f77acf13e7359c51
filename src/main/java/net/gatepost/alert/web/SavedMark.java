package net.gatepost.alert.web;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import net.gatepost.alert.SavedListings;
import net.gatepost.job.ListingMark;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Component;

/** Marks the listings that a member has saved. */
@Component
class SavedMark implements ListingMark {

    private final SavedListings saved;

    SavedMark(SavedListings saved) {
        this.saved = saved;
    }

    @Override
    public String name() {
        return "saved";
    }

    @Override
    public Map<UUID, String> among(Viewer viewer, Collection<UUID> listings) {
        return saved.among(viewer, listings).stream().collect(toMap(id -> id, id -> SavedController.PATH));
    }
}
