package net.gatepost.candidate;

/** What is being changed was changed meanwhile, to something else. The page shows both versions. */
public class Stale extends RuntimeException {

    Stale() {
        super("changed meanwhile", null, false, false);
    }
}
