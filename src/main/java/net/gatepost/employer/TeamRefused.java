package net.gatepost.employer;

/** A change of the team that can't be made; the message key says why and what to do. */
public class TeamRefused extends RuntimeException {

    private final String messageKey;

    TeamRefused(String messageKey) {
        super(messageKey);
        this.messageKey = messageKey;
    }

    public String messageKey() {
        return messageKey;
    }
}
