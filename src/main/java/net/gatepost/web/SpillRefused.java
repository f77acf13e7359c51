package net.gatepost.web;

import java.util.Map;
import net.gatepost.spill.MarkingKind;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;

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

    /** Says so beside the field, where a form has one. */
    public void tell(Errors errors) {
        found.forEach((field, kind) -> errors.rejectValue(
                field,
                "spill.file.refused",
                new Object[] {new DefaultMessageSourceResolvable(kind.messageKey())},
                null));
    }
}
