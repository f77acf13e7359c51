package net.gatepost.candidate;

/** How far somebody would move for work. */
public enum Relocation {
    NO,
    WITHIN_COUNTRY,
    ABROAD;

    /** The key of its words in the messages. */
    public String messageKey() {
        return "candidate.relocation." + name();
    }
}
