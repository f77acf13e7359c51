package net.gatepost.job;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing at one moment, detached from the database.
 *
 * @param version counts its changes; a form carries it
 * @param reference by which its employer knows it; never changes, and no two of one employer have the same
 * @param state at the moment it was read
 * @param zone where its last day ends
 * @param postedAt when it was first published; nothing ever changes it
 * @param confirmedAt when its employer last said that it stands
 * @param takenDown why an administrator took it down; null while nobody did
 * @param repostOf the first listing of its employer that said the same, whose date it has; null for that one itself
 * @param responsible the account that answers for it; null once that is gone
 * @param endsAt the first instant at which it is over
 */
public record ListingView(
        UUID id,
        long version,
        UUID employerId,
        @Nullable String reference,
        String slug,
        ListingState state,
        ListingDraft content,
        ZoneId zone,
        @Nullable Instant postedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant endsAt,
        @Nullable Instant closedAt,
        @Nullable CloseReason closeReason,
        @Nullable String takenDown,
        @Nullable UUID repostOf,
        @Nullable UUID responsible,
        UUID createdBy,
        Instant createdAt,
        UUID changedBy,
        Instant changedAt) {

    public String title() {
        return content.title();
    }

    /** Its address on this site. */
    public String path() {
        return "/jobs/" + id + "/" + slug;
    }

    /** Whether not even what it said is for the public: its employer is not verified, or an administrator took it down. */
    public boolean isKeptBack() {
        return state == ListingState.WITHHELD || takenDown != null;
    }

    public boolean isLive() {
        return state == ListingState.LIVE;
    }
}
