package net.gatepost.job;

/** Somebody else has changed the listing since this form was filled from it. Nothing was stored. */
public class StaleListing extends RuntimeException {

    StaleListing() {
        super("changed meanwhile", null, false, false);
    }
}
