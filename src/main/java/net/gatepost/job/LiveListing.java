package net.gatepost.job;

import java.time.Instant;
import java.util.UUID;

/** A listing that is live, as a list for machines names it. */
public record LiveListing(UUID id, String slug, Instant changedAt) {

    public String path() {
        return "/jobs/" + id + "/" + slug;
    }
}
