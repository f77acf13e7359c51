package net.gatepost.mailinglist;

/** What closed an address. Stored by name. */
public enum SuppressionCause {
    /** A person's decision, which a person takes back: nothing is mailed, not even a request to confirm. */
    ADMINISTRATOR,
    /** Its server said for good that there is no such mailbox. */
    BOUNCE,
    /** Its owner called a mail unwanted. */
    COMPLAINT;

    /** Whether the owner opens it again by asking anew and confirming. */
    boolean endsByConfirming() {
        return this != ADMINISTRATOR;
    }
}
