package net.gatepost.job;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/**
 * A listing that is brought in whole, already published: demonstration data, or another system's.
 *
 * @param submissionId names it among its author's: what is there already is refused, with all that is brought in beside it
 * @param createdBy the account that is named as its author
 * @param content has passed the {@link PublicationRules}; its last day may lie in the past
 * @param postedAt not in the future
 * @param confirmedAt not before it was posted
 */
public record ListingImport(
        UUID employerId,
        UUID submissionId,
        UUID createdBy,
        ListingDraft content,
        Instant postedAt,
        Instant confirmedAt) {

    /** One that is never brought in again. */
    public ListingImport(UUID employerId, UUID createdBy, ListingDraft content, Instant postedAt, Instant confirmedAt) {
        this(employerId, UuidCreator.getTimeOrderedEpoch(), createdBy, content, postedAt, confirmedAt);
    }
}
