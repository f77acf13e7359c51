package net.gatepost.account;

/** Why a passphrase can't be chosen. Each has words of its own: a refusal without a reason teaches nothing. */
public enum Weakness {
    TOO_SHORT("passphrase.too-short"),
    TOO_LONG("passphrase.too-long"),
    /** Holds control characters or what no keyboard gives. */
    UNTYPABLE("passphrase.untypable"),
    REPEATED("passphrase.repeated"),
    IN_ORDER("passphrase.in-order"),
    COMMON("passphrase.common"),
    /** Hardly more than the site's name, the person's name or their address. */
    ABOUT_YOU("passphrase.about-you");

    private final String message;

    Weakness(String message) {
        this.message = message;
    }

    /** The key of its words, which may name the limits as {0} and {1}. */
    public String message() {
        return message;
    }
}
