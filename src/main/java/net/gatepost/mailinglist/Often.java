package net.gatepost.mailinglist;

/** How often a digest comes. Stored by name. */
public enum Often {
    DAILY,
    WEEKLY
}
