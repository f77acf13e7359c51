package net.gatepost.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * What no browser sends for a box, a number or an id must not keep the rest of a form from being read: a box is ticked or it
 * is not, and a number that is none is missing. A form that could not be made at all would leave its page nothing to show.
 */
@ControllerAdvice
class LenientFields {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private static final Pattern SMALL_NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @InitBinder
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(Boolean.class, new Reading(text -> text.equals("true")));
        binder.registerCustomEditor(
                Long.class, new Reading(text -> WHOLE_NUMBER.matcher(text).matches() ? Long.valueOf(text) : null));
        if (binder.getTargetType() == null) {
            // No form: an address with an id that is none is nowhere.
            return;
        }
        binder.registerCustomEditor(
                Integer.class,
                new Reading(text -> SMALL_NUMBER.matcher(text).matches() ? Integer.valueOf(text) : null));
        binder.registerCustomEditor(
                UUID.class, new Reading(text -> ID.matcher(text).matches() ? UUID.fromString(text) : null));
    }

    private static final class Reading extends PropertyEditorSupport {

        private final Function<String, @Nullable Object> read;

        Reading(Function<String, @Nullable Object> read) {
            this.read = read;
        }

        @Override
        public void setAsText(String text) {
            setValue(read.apply(text));
        }
    }
}
