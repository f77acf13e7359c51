package net.gatepost.web;

import java.util.regex.Pattern;

/** What a form says it was filled from. */
public final class FormVersion {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** Of nothing that there is: whatever is changed by it is found to have changed meanwhile. */
    private static final long OF_NOTHING = -1;

    private FormVersion() {}

    public static long of(String typed) {
        return NUMBER.matcher(typed).matches() ? Long.parseLong(typed) : OF_NOTHING;
    }
}
