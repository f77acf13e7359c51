package net.gatepost.alert;

import java.util.UUID;

/** The member has saved that very search before. */
public class AlreadySaved extends RuntimeException {

    private final UUID searchId;

    AlreadySaved(UUID searchId) {
        super("saved already", null, false, false);
        this.searchId = searchId;
    }

    public UUID searchId() {
        return searchId;
    }
}
