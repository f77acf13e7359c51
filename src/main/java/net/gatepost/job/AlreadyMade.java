package net.gatepost.job;

/** This form has already made a listing. */
public class AlreadyMade extends RuntimeException {

    AlreadyMade() {
        super("made already", null, false, false);
    }
}
