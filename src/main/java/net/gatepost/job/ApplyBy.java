package net.gatepost.job;

/** How to apply for a job. */
public enum ApplyBy {
    /** With a cleared profile, on this site. */
    GATEPOST,
    /** At an https address of the employer's. */
    URL,
    /** By mail to an address. */
    EMAIL;

    /** The key of its name in the messages. */
    public String messageKey() {
        return "listing.apply-by." + name();
    }
}
