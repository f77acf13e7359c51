package net.gatepost.job;

import java.util.UUID;

/** A draft became a live listing. Told in the transaction that publishes it. */
public record ListingPublished(UUID listingId) {}
