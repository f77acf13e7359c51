package net.gatepost.web;

import java.util.Map;
import net.gatepost.spill.MarkingKind;

/** A request held marked text where no form could say so beside the field. Answered with 422; the text is gone already. */
public class SpillRefused extends RuntimeException {

    private final Map<String, MarkingKind> found;

    SpillRefused(Map<String, MarkingKind> found) {
        super("marked text in " + found.keySet(), null, false, false);
        this.found = Map.copyOf(found);
    }

    /** The gravest kind by the name of the field. */
    public Map<String, MarkingKind> found() {
        return found;
    }
}
