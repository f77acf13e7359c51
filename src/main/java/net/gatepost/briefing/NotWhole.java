package net.gatepost.briefing;

import java.util.EnumSet;
import java.util.Set;

/** A briefing lacks something without which it can't go out. */
public class NotWhole extends RuntimeException {

    /** What may be missing. */
    public enum Part {
        HEADLINE,
        SUMMARY,
        BODY,
        /** A moment that is still to come. */
        MOMENT;

        /** The message that asks for it. */
        public String messageKey() {
            return "briefing.missing." + name();
        }
    }

    private final Set<Part> missing;

    NotWhole(Set<Part> missing) {
        super("missing: " + missing, null, false, false);
        this.missing = EnumSet.copyOf(missing);
    }

    public Set<Part> missing() {
        return missing;
    }

    static Set<Part> missingIn(BriefingDraft draft) {
        var missing = EnumSet.noneOf(Part.class);
        if (draft.headline().isBlank()) {
            missing.add(Part.HEADLINE);
        }
        if (draft.summary().isBlank()) {
            missing.add(Part.SUMMARY);
        }
        if (draft.body().isBlank()) {
            missing.add(Part.BODY);
        }
        return missing;
    }
}
