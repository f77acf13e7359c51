package net.gatepost.clearance;

import java.util.Locale;
import net.gatepost.clearance.Finding.Effect;

/**
 * Why a requirement is met or isn't: one reason for each thing that can be found. The words are in the messages under
 * {@link #messageKey()}; the comment beside each reason names its parameters in their order.
 */
public enum Reason {
    NO_CLEARANCE_NEEDED(Effect.SATISFIES),
    NO_CLEARANCE_HELD(Effect.EXCLUDES), // asked level
    REQUIRED_LEVEL_UNKNOWN(Effect.EXCLUDES),
    HELD_LEVEL_UNKNOWN(Effect.EXCLUDES),

    LEVEL_HELD(Effect.SATISFIES), // held level
    LEVEL_ABOVE(Effect.SATISFIES), // held level, asked level
    LEVEL_BELOW(Effect.EXCLUDES), // held level, asked level
    LEVEL_LIKELY_EQUIVALENT(Effect.OPEN), // held level, equivalent level, asked level, reason
    LEVEL_OF_OTHER_SCHEME(Effect.EXCLUDES), // held level, asked level
    LEVEL_IS_NO_CLEARANCE(Effect.EXCLUDES), // held level, asked level

    STATUS_ACTIVE(Effect.SATISFIES),
    STATUS_CURRENT(Effect.OPEN), // last month, rule's name, year from which it is valid
    STATUS_EXPIRED(Effect.EXCLUDES), // last month, rule's name, year from which it is valid
    STATUS_INTERIM_ENDED(Effect.EXCLUDES),
    STATUS_WITHOUT_RULE(Effect.OPEN), // scheme's name
    STATUS_WITHOUT_DATE(Effect.OPEN),
    STATUS_DATE_IN_FUTURE(Effect.OPEN), // month
    STATUS_DATES_CONTRADICT(Effect.OPEN), // month granted, month last used

    INTERIM_ACCEPTED(Effect.SATISFIES), // held level
    INTERIM_NOT_ACCEPTED(Effect.OPEN), // held level

    ACCESS_HELD(Effect.SATISFIES), // access
    ACCESS_MISSING(Effect.EXCLUDES), // access

    POLYGRAPH_HELD(Effect.SATISFIES), // held type
    POLYGRAPH_COVERS(Effect.SATISFIES), // held type, asked type
    POLYGRAPH_TYPE_UNCERTAIN(Effect.OPEN), // held type
    POLYGRAPH_NOT_COVERED(Effect.OPEN), // held type, asked type
    POLYGRAPH_MISSING(Effect.OPEN), // asked type

    RECIPROCITY_INVESTIGATION_OLD(Effect.CONDITION), // month closed, years, rule's name
    RECIPROCITY_INVESTIGATION_OLD_BUT_VETTED(Effect.CONDITION), // month closed, years, rule's name
    RECIPROCITY_INTERIM(Effect.CONDITION), // rule's name
    RECIPROCITY_POLYGRAPH(Effect.CONDITION), // rule's name

    WILL_SPONSOR(Effect.CONDITION),
    ONLY_PREFERRED(Effect.CONDITION);

    private final Effect effect;

    Reason(Effect effect) {
        this.effect = effect;
    }

    /** What it does to the verdict, where neither a sponsor nor a mere preference softens it. */
    Effect effect() {
        return effect;
    }

    /** Whether it can stand between somebody and a requirement, so that words say what it would take. */
    boolean isObstacle() {
        return effect == Effect.OPEN || effect == Effect.EXCLUDES;
    }

    /** The key of what it would take, such as {@code clearance.need.level-below}; only obstacles have one. */
    String needKey() {
        return messageKey().replace("clearance.reason.", "clearance.need.");
    }

    /** Such as {@code clearance.reason.level-below}. */
    public String messageKey() {
        return "clearance.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
