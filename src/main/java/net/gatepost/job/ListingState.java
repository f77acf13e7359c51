package net.gatepost.job;

/** Where a listing stands at one moment. Only a {@link #LIVE} one is shown to the public. */
public enum ListingState {
    DRAFT,
    LIVE,
    /** Published, and kept from the public while its employer is not verified. */
    WITHHELD,
    /** Published, and the day that it ends on is over at its place. Renewing brings it back. */
    EXPIRED,
    CLOSED;

    /** The key of its name in the messages. */
    public String messageKey() {
        return "listing.state." + name();
    }
}
