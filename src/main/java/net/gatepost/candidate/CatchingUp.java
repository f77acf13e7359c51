package net.gatepost.candidate;

/** So much has changed that the index must follow before anybody can be looked for. Answered with 503. */
public class CatchingUp extends RuntimeException {

    CatchingUp() {
        super("the index of candidates is catching up", null, false, false);
    }
}
