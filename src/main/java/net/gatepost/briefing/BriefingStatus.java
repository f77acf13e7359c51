package net.gatepost.briefing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a briefing stands, and what may become of it from there. */
public enum BriefingStatus {
    DRAFT,
    /** Goes out by itself when its time has come. */
    SCHEDULED,
    PUBLISHED,
    /** Published, and changed since, with a note that says so. */
    CORRECTED,
    /** Taken back for good: its address says so. */
    WITHDRAWN;

    /** What everybody may read. */
    public static final Set<BriefingStatus> PUBLIC = Set.of(PUBLISHED, CORRECTED);

    public boolean canBecome(BriefingStatus next) {
        return switch (this) {
            case DRAFT -> EnumSet.of(SCHEDULED, PUBLISHED).contains(next);
            case SCHEDULED -> EnumSet.of(DRAFT, SCHEDULED, PUBLISHED).contains(next);
            case PUBLISHED, CORRECTED -> EnumSet.of(CORRECTED, WITHDRAWN).contains(next);
            case WITHDRAWN -> false;
        };
    }

    public boolean isPublic() {
        return PUBLIC.contains(this);
    }

    /** Nobody but editors has seen it yet. */
    public boolean isUnpublished() {
        return this == DRAFT || this == SCHEDULED;
    }

    /** The message that names it. */
    public String messageKey() {
        return "briefing.status." + name();
    }

    static List<BriefingStatus> publicOnes() {
        return List.of(PUBLISHED, CORRECTED);
    }
}
