package net.gatepost.web;

/**
 * What a viewer may do, worked out from stored data afresh with every request; nothing here is kept in a session.
 * {@link #authority()} is the name Spring Security knows it by.
 */
public enum Role {
    /** Has to set up a second factor before anything else: nobody has another role beside this one. */
    FACTOR_MISSING,
    /** Has an account. */
    MEMBER,
    /** Acts for at least one employer, verified or not. */
    RECRUITER,
    /** Acts for at least one employer that is verified. */
    VERIFIED_RECRUITER,
    /** Writes briefings. */
    EDITOR,
    /** Verifies employers, moderates, runs the site. */
    ADMINISTRATOR;

    public String authority() {
        return "ROLE_" + name();
    }
}
