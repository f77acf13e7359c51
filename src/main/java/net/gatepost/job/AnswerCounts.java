package net.gatepost.job;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What the module of applications, which stands below, tells a recruiter's list of listings. */
public interface AnswerCounts {

    /** How many people have applied to each of these and not withdrawn; a listing that nobody answered may be absent. */
    Map<UUID, Long> among(Collection<UUID> listings);
}
