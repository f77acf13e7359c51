package net.gatepost.apply;

/** The application has moved since the page was made, or can't move there. Nothing was stored. */
public class StaleApplication extends RuntimeException {

    StaleApplication() {
        super("moved meanwhile", null, false, false);
    }
}
