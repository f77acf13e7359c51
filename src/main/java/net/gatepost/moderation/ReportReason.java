package net.gatepost.moderation;

/** Why somebody reports. */
public enum ReportReason {
    NOT_REAL,
    PRETENDS,
    ASKS_FOR_MONEY,
    ASKS_FOR_SECRETS,
    OUT_OF_DATE,
    DISCRIMINATES,
    OTHER;

    public String messageKey() {
        return "moderation.reason." + name();
    }
}
