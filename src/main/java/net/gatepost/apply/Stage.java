package net.gatepost.apply;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where an application stands. Employers move an open one on, several stages at once where they like, and back between
 * review, interview and offer where they erred. Members end it at any time. See docs/decisions/application-stages.md.
 */
public enum Stage {
    SUBMITTED,
    /** A recruiter has opened it. Never set by hand. */
    VIEWED,
    IN_REVIEW,
    INTERVIEW,
    OFFER,
    HIRED,
    /** By the employer. */
    DECLINED,
    /** By the member, for good. */
    WITHDRAWN;

    /** Those in which the employer's answer is still due. */
    public static final Set<Stage> OPEN = Set.copyOf(EnumSet.range(SUBMITTED, OFFER));

    public boolean isOpen() {
        return OPEN.contains(this);
    }

    public boolean canTransitionTo(Stage next, Side side) {
        if (side == Side.MEMBER) {
            return next == WITHDRAWN && this != WITHDRAWN;
        }
        return switch (next) {
            case SUBMITTED, WITHDRAWN -> false;
            case VIEWED -> this == SUBMITTED;
            case IN_REVIEW, INTERVIEW, OFFER -> isOpen() && this != next;
            case HIRED -> this == OFFER;
            case DECLINED -> isOpen();
        };
    }

    /** What an employer may choose next, in order. */
    public List<Stage> choices() {
        return Arrays.stream(values())
                .filter(next -> next != VIEWED && canTransitionTo(next, Side.EMPLOYER))
                .toList();
    }

    /** The key of its name in the messages. */
    public String messageKey() {
        return "apply.stage." + name();
    }
}
