package net.gatepost.candidate.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What lists in forms offer: value to label, in order. */
@Component
class Choices {

    /** Whose clearances the catalogue ships; they stand first among the countries. */
    private static final List<String> FIRST_COUNTRIES = List.of("US", "GB", "CA", "AU", "NZ");

    private final MessageSource messages;

    Choices(MessageSource messages) {
        this.messages = messages;
    }

    <E extends Enum<E>> Map<String, String> of(E[] constants, Function<E, String> messageKey) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (E constant : constants) {
            choices.put(constant.name(), messages.getMessage(messageKey.apply(constant), null, Locale.ENGLISH));
        }
        return choices;
    }

    Map<String, String> countries() {
        Map<String, String> countries = new LinkedHashMap<>();
        FIRST_COUNTRIES.forEach(code -> countries.put(code, name(code)));
        Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(Choices::name))
                .forEach(code -> countries.putIfAbsent(code, name(code)));
        return countries;
    }

    private static String name(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }
}
