package net.gatepost.clearance;

import java.util.regex.Pattern;

/**
 * The stable name of a level, such as {@code us.top-secret}: the scheme's code, a dot, the level's own.
 *
 * <p>Any text is accepted, because a code may come from a row that was written under another catalogue or damaged
 * since: what the catalogue doesn't know is an <em>unknown level</em>, which satisfies nothing, and never an
 * exception on somebody's page. The catalogue itself holds well-formed codes only.
 */
public record LevelCode(String value) {

    /** No longer than this, so that a column and an index field can hold it. */
    public static final int MAX_LENGTH = 64;

    private static final String SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
    private static final Pattern SCHEME = Pattern.compile(SLUG);
    private static final Pattern WELL_FORMED = Pattern.compile(SLUG + "\\." + SLUG);

    static boolean isScheme(String text) {
        return text.length() <= MAX_LENGTH && SCHEME.matcher(text).matches();
    }

    boolean isWellFormed() {
        return value.length() <= MAX_LENGTH && WELL_FORMED.matcher(value).matches();
    }

    boolean belongsTo(String scheme) {
        return value.startsWith(scheme + ".");
    }

    @Override
    public String toString() {
        return value;
    }
}
