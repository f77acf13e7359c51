package net.gatepost.employer;

import java.util.UUID;

/** An administrator has suspended an employer. Published in the transaction that decides it. */
public record EmployerSuspended(UUID employerId, UUID by, String reason) {}
