package net.gatepost.job;

/** What an employer is told of each listing, as a number. None of them says who. */
public enum Figure {
    /** Its page was opened. */
    VIEWS,
    /** Members keep it. */
    SAVES,
    /** Somebody followed its link to apply elsewhere. */
    CLICKS,
    /** People applied here and have not withdrawn. */
    APPLICATIONS;

    /** The key of its name in the messages. */
    public String messageKey() {
        return "listing.figure." + name();
    }
}
