package net.gatepost.job;

import java.util.List;
import java.util.UUID;

/**
 * Many listings were brought in, and these of them are new: posted within {@link #NEW_FOR_DAYS} days. Told in the
 * transaction that brings them in.
 */
public record ListingsImported(List<UUID> listingIds) {

    /** What another system posted before that is no news here. */
    public static final int NEW_FOR_DAYS = 3;

    public ListingsImported {
        listingIds = List.copyOf(listingIds);
    }
}
