package net.gatepost.candidate.search;

import java.util.Arrays;
import java.util.List;
import net.gatepost.clearance.ClearanceStatus;

/** What a clearance that is looked for has to be fit for today. Each takes in those after it. */
public enum HeldStatus {
    /** Held at some time, though its window may have closed. */
    ANY(CandidateFields.HOLDS),
    /** In use, or the window in which it can be reinstated is open. */
    CURRENT(CandidateFields.CURRENT),
    /** In use now. */
    ACTIVE(CandidateFields.IN_USE);

    private final String field;

    HeldStatus(String field) {
        this.field = field;
    }

    /** The index's field of clearances that stand so. */
    public String field() {
        return field;
    }

    /** All as which a clearance of that state is found. What can't be told is not taken for current. */
    public static List<HeldStatus> of(ClearanceStatus.State state) {
        HeldStatus most = switch (state) {
            case ACTIVE -> ACTIVE;
            case CURRENT -> CURRENT;
            case EXPIRED, UNKNOWN -> ANY;
        };
        return Arrays.stream(values()).filter(each -> each.compareTo(most) <= 0).toList();
    }

    /** The key of its words in the messages. */
    public String messageKey() {
        return "candidate.find.status." + name();
    }
}
