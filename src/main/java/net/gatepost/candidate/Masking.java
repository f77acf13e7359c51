package net.gatepost.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of what somebody wrote what would tell who they are: their name, where they work now, ways to reach them, and
 * dates with a month, by which a colleague would know them.
 * It is a net and not a wall, which the pages say: what else a text gives away only its writer can see.
 */
final class Masking {

    private static final String BLANK = "▒▒▒";

    private static final String MAIL = "[\\w.+%-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,8}";
    private static final String LINK = "(?:https?://|www\\.)\\S{1,500}"
            + "|\\b(?:[a-z0-9-]{1,63}\\.){1,4}(?:com|org|net|io|dev|me|gov|mil|edu|us|uk|ca|au|info|biz)\\b(?:/\\S{0,500})?";
    private static final String TELEPHONE = "(?<![\\w-])\\+?\\(?\\d(?:[\\s().-]{0,2}\\d){6,14}(?![\\w-])";

    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String DAY = "[0-3]?\\d";
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|(?-i:May|MAY)|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
    private static final String DATE = "(?<![\\w./-])(?:"
            + "(?:" + DAY + "(?:st|nd|rd|th)?\\s)?" + MONTH + "\\s(?:" + DAY + "(?:st|nd|rd|th)?,?\\s)?" + YEAR
            + "|" + YEAR + "-[01]\\d(?:-[0-3]\\d)?"
            + "|(?:" + DAY + "[/.-]){1,2}" + YEAR
            + ")(?![\\w-]|[./]\\d)";

    private static final Set<String> LEGAL_FORMS =
            Set.of("inc", "llc", "corp", "corporation", "ltd", "limited", "company", "co", "plc", "lp", "llp");

    private final Pattern hidden;

    /**
     * @param name of the owner; each part of two letters or more is hidden
     * @param employers that the owner works for now
     */
    Masking(String name, Personal personal, List<String> employers) {
        List<String> words = new ArrayList<>(Arrays.asList(name.strip().split("[\\s,]+")));
        words.add(name.strip());
        employers.forEach(employer -> words.add(bare(employer)));
        var domain = personal.employerDomain();
        if (domain != null) {
            words.add(domain);
        }
        var phone = personal.phone();
        if (phone != null) {
            words.add(phone);
        }
        String own = words.stream()
                .filter(word -> word.length() > 1)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                .collect(Collectors.joining("|"));
        hidden = Pattern.compile(
                MAIL + "|" + LINK + "|" + DATE + "|" + TELEPHONE + (own.isEmpty() ? "" : "|" + own),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Nullable
    String hide(@Nullable String text) {
        return text == null ? null : hideIn(text);
    }

    String hideIn(String text) {
        return hidden.matcher(text).replaceAll(BLANK);
    }

    static boolean isSameEmployer(String one, String other) {
        return bare(one).equalsIgnoreCase(bare(other));
    }

    /** The name as people say it: "Acme, Inc." is Acme. */
    private static String bare(String employer) {
        String[] parts = employer.strip().split("[\\s,]+");
        int length = parts.length;
        while (length > 1
                && LEGAL_FORMS.contains(parts[length - 1].replace(".", "").toLowerCase(Locale.ROOT))) {
            length--;
        }
        return String.join(" ", Arrays.copyOf(parts, length));
    }
}
