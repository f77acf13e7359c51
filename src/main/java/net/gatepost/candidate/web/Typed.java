package net.gatepost.candidate.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Reads what people type into a profile's forms. Forms hold it as typed, so that a rejected one shows it again. */
final class Typed {

    /** For {@code @Pattern}: no line breaks, no control characters. */
    static final String ONE_LINE = "\\P{Cc}*+";

    /** For {@code @Pattern}: line breaks and tabs, no other control characters. */
    static final String LINES = "[\\P{Cc}\\r\\n\\t]*+";

    private static final Pattern MONTH = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final int FIRST_YEAR = 1930;
    private static final int LAST_YEAR = 2100;

    private Typed() {}

    /** Without the blanks around it; null for nothing. */
    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** A text that was checked to be there. */
    static String required(@Nullable String typed) {
        String text = text(typed);
        if (text == null) {
            throw new IllegalStateException("the form was not checked");
        }
        return text;
    }

    /** With line breaks of one kind: browsers send two characters for each, which would count against its length. */
    static @Nullable String unixLines(@Nullable String typed) {
        return typed == null ? null : typed.replace("\r\n", "\n");
    }

    /** What was written in lines or between commas; each once, whatever its case, in order. */
    static List<String> each(@Nullable String typed, String separator) {
        var each = new LinkedHashMap<String, String>();
        Arrays.stream(typed == null ? new String[0] : typed.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> each.putIfAbsent(part.toLowerCase(Locale.ROOT), part));
        return List.copyOf(each.values());
    }

    static @Nullable YearMonth month(@Nullable String typed) {
        String text = text(typed);
        return text == null || !MONTH.matcher(text).matches() ? null : YearMonth.parse(text);
    }

    static @Nullable Integer year(@Nullable String typed) {
        String text = text(typed);
        return text == null || !YEAR.matcher(text).matches() ? null : Integer.valueOf(text);
    }

    static <E extends Enum<E>> @Nullable E oneOf(Class<E> type, @Nullable String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    /** Rejects a field that holds something other than a month that somebody living may mean. */
    static void checkMonth(Errors errors, String field, @Nullable String typed) {
        YearMonth month = month(typed);
        if (text(typed) != null && (month == null || isOutside(month.getYear()))) {
            errors.rejectValue(field, "candidate.problem.month");
        }
    }

    static void checkYear(Errors errors, String field, @Nullable String typed) {
        Integer year = year(typed);
        if (text(typed) != null && (year == null || isOutside(year))) {
            errors.rejectValue(field, "candidate.problem.year");
        }
    }

    static <E extends Enum<E>> void checkOneOf(Errors errors, String field, Class<E> type, @Nullable String typed) {
        if (text(typed) != null && oneOf(type, typed) == null) {
            errors.rejectValue(field, "candidate.problem.choice");
        }
    }

    static void checkNotInFuture(Errors errors, String field, @Nullable YearMonth month, LocalDate today) {
        if (month != null && month.isAfter(YearMonth.from(today))) {
            errors.rejectValue(field, "candidate.problem.future");
        }
    }

    /** Rejects the field of the later one, if it isn't. */
    static <C extends Comparable<? super C>> void checkOrder(
            Errors errors, String field, @Nullable C from, @Nullable C to) {
        if (from != null && to != null && from.compareTo(to) > 0) {
            errors.rejectValue(field, "candidate.problem.order");
        }
    }

    private static boolean isOutside(int year) {
        return year < FIRST_YEAR || year > LAST_YEAR;
    }
}
