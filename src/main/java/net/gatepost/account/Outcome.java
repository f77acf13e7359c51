package net.gatepost.account;

/** How pressing the button behind a mailed link ended. Of several presses exactly one is {@link #DONE}. */
public enum Outcome {
    DONE,
    /** An earlier press, or one at the same moment, has done it. */
    ALREADY,
    ENDED,
    UNKNOWN,
    /** The address has become another account's meanwhile. */
    ADDRESS_TAKEN;

    static Outcome of(LinkState notOpen) {
        return switch (notOpen) {
            case USED -> ALREADY;
            case ENDED -> ENDED;
            case UNKNOWN -> UNKNOWN;
            case OPEN -> throw new IllegalArgumentException("an open link has no outcome yet");
        };
    }
}
