package net.gatepost.job;

/** This form has already made a listing, or its number has one. */
public class AlreadyMade extends RuntimeException {

    AlreadyMade() {
        super("made already", null, false, false);
    }
}
