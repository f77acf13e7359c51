package net.gatepost.web;

/** There is no such thing for this viewer: absent, or not theirs, which must look the same. Answered with 404. */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("not found for this viewer", null, false, false);
    }
}
