package net.gatepost.account;

/** What became of a mailed link. */
public enum LinkState {
    /** Can be used now. */
    OPEN,
    /** Was used, or what it is for has come about in another way. */
    USED,
    /** Its time is over, or a later step has made it void. */
    ENDED,
    /** No such link was ever sent, or it ended so long ago that it was deleted. */
    UNKNOWN
}
