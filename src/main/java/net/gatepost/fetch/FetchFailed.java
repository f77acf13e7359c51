package net.gatepost.fetch;

/** Nothing could be read there, for a reason that whoever named the address can be told. */
public class FetchFailed extends Exception {

    /** Why. */
    public enum Reason {
        /** It is no https address of a host. */
        ADDRESS,
        /** The host's name stands for no address, or for one that is not public. */
        NOT_PUBLIC,
        REDIRECTS,
        STATUS,
        TOO_LARGE,
        TOO_SLOW,
        /** No connection, or one that broke off. */
        UNREACHABLE
    }

    private final Reason reason;

    FetchFailed(Reason reason, String detail) {
        super(reason + ": " + detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
