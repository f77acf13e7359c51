package net.gatepost.account;

/** The viewer has to confirm who they are before this goes on. Answered by the page that asks. */
public class ConfirmationNeeded extends RuntimeException {

    private final String next;

    ConfirmationNeeded(String next) {
        super("confirmation needed", null, false, false);
        this.next = next;
    }

    /** Where to go on afterwards, a path of this site. */
    public String next() {
        return next;
    }
}
