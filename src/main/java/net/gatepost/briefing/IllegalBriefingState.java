package net.gatepost.briefing;

/** A briefing is not where that could be done to it: somebody else has been faster, or a page is old. */
public class IllegalBriefingState extends RuntimeException {

    IllegalBriefingState(String message) {
        super(message, null, false, false);
    }
}
