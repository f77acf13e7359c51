package net.gatepost.job.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was found, for who goes through all of it.
 *
 * @param ids in order; some may have just been closed, and the index not know of it yet
 * @param next where this part ends; null where nothing follows
 */
public record SearchPart(List<UUID> ids, @Nullable Cursor next) {

    public SearchPart {
        ids = List.copyOf(ids);
    }
}
