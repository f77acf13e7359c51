package net.gatepost.alert;

/** A member keeps as many listings, or searches, as there may be. */
public class SavedFull extends RuntimeException {

    public SavedFull() {
        super("nothing more can be saved", null, false, false);
    }
}
