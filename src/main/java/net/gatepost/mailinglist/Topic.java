package net.gatepost.mailinglist;

/** What a subscriber may choose to read about. Stored by name; a form may choose any of them. */
public enum Topic {
    JOBS,
    BRIEFINGS
}
