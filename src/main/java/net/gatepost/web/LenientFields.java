package net.gatepost.web;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * What no browser sends for a box or a version must not keep the rest of a form from being read: a box is ticked or it is
 * not, and a version that is no number is none. A form that could not be made at all would leave its page nothing to show.
 */
@ControllerAdvice
class LenientFields {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    @InitBinder
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(Boolean.class, new Reading(text -> text.equals("true")));
        binder.registerCustomEditor(
                Long.class, new Reading(text -> WHOLE_NUMBER.matcher(text).matches() ? Long.valueOf(text) : null));
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
