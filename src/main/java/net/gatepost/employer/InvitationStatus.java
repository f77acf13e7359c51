package net.gatepost.employer;

/** How far an invitation has come. Only an {@link #OPEN} one can be accepted, and only until it ends. */
public enum InvitationStatus {
    OPEN,
    ACCEPTED,
    /** By whoever was invited. */
    REFUSED,
    /** By the employer. */
    WITHDRAWN
}
