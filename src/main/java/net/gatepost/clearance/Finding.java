package net.gatepost.clearance;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One thing found while a requirement was evaluated: why, what it does to the verdict, and what its words need.
 *
 * @param parameters for the reason's message, in its order: names from the catalogue, a {@link YearMonth}, an
 *     {@link Access}, a {@link Polygraph}, a {@link PolygraphRequirement}
 * @param source where the rule behind it is written, where one was used
 */
public record Finding(
        Reason reason,
        Effect effect,
        List<Object> parameters,
        @Nullable String source) {

    /** What a finding does to the verdict. */
    public enum Effect {
        /** A part of the requirement that is met. */
        SATISFIES,
        /** Stated beside the verdict without changing it: a condition that somebody else decides about. */
        CONDITION,
        /** Not met as it stands, with a way that leads there. */
        OPEN,
        /** Not met, and no way is known. */
        EXCLUDES
    }

    public Finding {
        parameters = List.copyOf(parameters);
    }

    static Finding of(Reason reason, Object... parameters) {
        return new Finding(reason, reason.effect(), List.of(parameters), null);
    }

    Finding from(String rulesSource) {
        return new Finding(reason, effect, parameters, rulesSource);
    }

    Finding as(Effect other) {
        return new Finding(reason, other, parameters, source);
    }

    /**
     * The finding in words.
     *
     * @param messages gives the text of a key with arguments, such as a message source of the web layer does
     */
    public String text(Locale locale, BiFunction<String, Object[], String> messages) {
        return messages.apply(reason.messageKey(), arguments(locale, messages));
    }

    /**
     * What it would take, in words: for one of {@link Eligibility#obstacles()}.
     *
     * @param messages as for {@link #text}
     */
    public String need(Locale locale, BiFunction<String, Object[], String> messages) {
        if (!reason.isObstacle()) {
            throw new IllegalStateException("stands in nobody's way: " + reason);
        }
        return messages.apply(reason.needKey(), arguments(locale, messages));
    }

    private Object[] arguments(Locale locale, BiFunction<String, Object[], String> messages) {
        return parameters.stream()
                .map(parameter -> words(parameter, locale, messages))
                .toArray();
    }

    private static String words(Object parameter, Locale locale, BiFunction<String, Object[], String> messages) {
        Object[] none = {};
        if (parameter instanceof YearMonth month) {
            return DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(month);
        }
        if (parameter instanceof Polygraph polygraph) {
            return messages.apply(polygraph.messageKey(), none);
        }
        if (parameter instanceof PolygraphRequirement asked) {
            return messages.apply(asked.messageKey(), none);
        }
        return parameter.toString();
    }
}
