package net.gatepost.account;

enum JoiningStatus {
    /** The link was mailed. */
    PENDING,
    /** The button was pressed: there is an account. */
    CONFIRMED,
    /** Another joining of the same address was confirmed. */
    VOID
}
