package net.gatepost.spill;

/** What is to be done with a text, from the mildest. */
public enum SpillVerdict {
    /** Nothing found. */
    ALLOW,
    /** Keep it, and tell its author what it looks like. */
    WARN,
    /** Keep nothing of it: not in a table, log, mail, index or error report. */
    REFUSE
}
