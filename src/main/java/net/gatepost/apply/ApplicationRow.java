package net.gatepost.apply;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application in a list.
 *
 * @param version counts its changes; a form carries it
 * @param memberId null once its owner has been erased
 */
public record ApplicationRow(
        UUID id,
        long version,
        UUID listingId,
        UUID employerId,
        @Nullable UUID memberId,
        Stage stage,
        Instant submittedAt,
        Instant movedAt) {}
