package net.gatepost.employer;

import java.util.Set;

/** How far an employer has come. Only a {@link #VERIFIED} one is seen by the public and has listings that are live. */
public enum EmployerStatus {
    /** Waits for an administrator. */
    PENDING,
    /** An administrator has asked for more, and waits for the employer. */
    ASKED,
    /** An administrator found it to be who it says. */
    VERIFIED,
    /** An administrator did not, and said why; can be corrected and sent again. */
    DECLINED,
    /** Was verified, and is held back for a reason. */
    SUSPENDED;

    public boolean canBecome(EmployerStatus next) {
        return switch (this) {
            case PENDING -> Set.of(ASKED, VERIFIED, DECLINED).contains(next);
            case ASKED -> Set.of(PENDING, VERIFIED, DECLINED).contains(next);
            case DECLINED -> next == PENDING;
            case VERIFIED -> next == SUSPENDED;
            case SUSPENDED -> next == VERIFIED;
        };
    }

    /** Whether its recruiters may still change what it was registered with. */
    public boolean isCorrectable() {
        return this == PENDING || this == ASKED || this == DECLINED;
    }
}
