package net.gatepost.briefing;

/** The briefing was changed since the form was filled from it. */
public class StaleBriefing extends RuntimeException {

    StaleBriefing() {
        super("changed meanwhile", null, false, false);
    }
}
