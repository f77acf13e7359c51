package net.gatepost.moderation;

import java.util.UUID;

/**
 * What a report is about.
 *
 * @param id of the listing, the employer or the recruiter's account
 * @param employerId whose it is
 */
public record Subject(Kind kind, UUID id, UUID employerId) {

    public enum Kind {
        LISTING,
        EMPLOYER,
        /** Somebody who recruits for the employer and has written to the member. */
        RECRUITER;

        public String messageKey() {
            return "moderation.subject." + name();
        }
    }

    /** Names it among all open cases. */
    String key() {
        return kind + "/" + id;
    }
}
