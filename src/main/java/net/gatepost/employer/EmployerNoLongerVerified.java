package net.gatepost.employer;

import java.util.UUID;

/** An employer's listings may not be live any more. Published in the transaction that decides it. */
public record EmployerNoLongerVerified(UUID employerId) {}
