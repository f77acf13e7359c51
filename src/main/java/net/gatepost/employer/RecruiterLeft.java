package net.gatepost.employer;

import java.util.UUID;

/**
 * Somebody does not recruit for an employer any more.
 *
 * @param heirId the account that answers for what they did for it from now on
 */
public record RecruiterLeft(UUID employerId, UUID accountId, UUID heirId) {}
