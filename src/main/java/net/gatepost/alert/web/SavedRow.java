package net.gatepost.alert.web;

import java.util.UUID;
import net.gatepost.clearance.ClearanceBadge;
import net.gatepost.job.ListingState;
import org.jspecify.annotations.Nullable;

/**
 * A saved listing in words. {@link SavedRows} makes it.
 *
 * @param title null where the listing is not shown at present: then nothing that it says is
 * @param when it ends or ended; null where that is not told
 * @param saved when it was saved; null where it isn't
 */
record SavedRow(
        UUID id,
        ListingState state,
        @Nullable String title,
        String href,
        @Nullable String employer,
        @Nullable String place,
        @Nullable String pay,
        @Nullable ClearanceBadge badge,
        @Nullable String when,
        @Nullable String saved) {

    public boolean isLive() {
        return state == ListingState.LIVE;
    }
}
