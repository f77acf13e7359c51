package net.gatepost.employer;

import java.util.UUID;

/** An employer's listings may be live from now on. Published in the transaction that decides it. */
public record EmployerVerified(UUID employerId) {}
