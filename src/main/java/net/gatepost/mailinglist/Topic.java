package net.gatepost.mailinglist;

/** What a subscriber may choose to read about. Stored by name; a form may choose any of them. */
public enum Topic {
    /** Live listings, once a week. */
    JOBS,
    /** Briefings, as often as the subscriber says. */
    BRIEFINGS,
    /** What is new here; seldom, and never by itself. */
    ANNOUNCEMENTS
}
