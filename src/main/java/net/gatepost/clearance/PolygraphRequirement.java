package net.gatepost.clearance;

import java.util.Locale;

/** The polygraph that a listing asks for. */
public enum PolygraphRequirement {
    NONE,
    /** A polygraph whose type the listing doesn't state: some customers forbid naming it. */
    ANY,
    CI,
    LIFESTYLE,
    FULL_SCOPE;

    /** How far an examination that somebody has sat answers what is asked for. */
    public enum Match {
        YES,
        /** The type isn't stated, and the one held doesn't cover every type that could be meant. */
        UNCERTAIN,
        NO
    }

    /**
     * Where the type isn't stated, only full scope answers for certain, because it covers whatever is meant; a CI or
     * lifestyle examination may be enough, which the listing alone can't tell.
     */
    public Match metBy(Polygraph held) {
        return switch (this) {
            case NONE -> Match.YES;
            case ANY ->
                switch (held) {
                    case FULL_SCOPE -> Match.YES;
                    case CI, LIFESTYLE -> Match.UNCERTAIN;
                    case NONE -> Match.NO;
                };
            case CI -> certain(held.covers(Polygraph.CI));
            case LIFESTYLE -> certain(held.covers(Polygraph.LIFESTYLE));
            case FULL_SCOPE -> certain(held.covers(Polygraph.FULL_SCOPE));
        };
    }

    /** The key of its name in the messages. */
    public String messageKey() {
        return "clearance.polygraph-requirement."
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Match certain(boolean covered) {
        return covered ? Match.YES : Match.NO;
    }
}
