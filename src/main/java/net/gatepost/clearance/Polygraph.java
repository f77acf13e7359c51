package net.gatepost.clearance;

import java.util.Locale;

/**
 * The kind of polygraph examination that somebody has sat. Only the kind, the month and the agency are kept, never
 * the result.
 */
public enum Polygraph {
    NONE,
    /** Counter-intelligence scope. */
    CI,
    /** Lifestyle scope: conduct, not espionage. */
    LIFESTYLE,
    /** Counter-intelligence and lifestyle in one examination; also called expanded scope. */
    FULL_SCOPE;

    /**
     * Whether having sat this one is enough where the other is asked for. Full scope covers both of its parts; the
     * parts don't cover each other, and none but full scope covers full scope.
     */
    public boolean covers(Polygraph asked) {
        return asked == NONE || this == asked || this == FULL_SCOPE;
    }

    /** The key of its name in the messages. */
    public String messageKey() {
        return "clearance.polygraph." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
