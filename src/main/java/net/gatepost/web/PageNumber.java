package net.gatepost.web;

import org.jspecify.annotations.Nullable;

/** Reads the number of a page from an address; anything that is none is the first. */
public final class PageNumber {

    /** Deeper than any list here, and far from where the row number would overflow. */
    private static final int LAST = 100_000;

    private PageNumber() {}

    public static int of(@Nullable String typed) {
        if (typed == null || !typed.matches("[0-9]{1,6}")) {
            return 1;
        }
        return Math.min(Math.max(Integer.parseInt(typed), 1), LAST);
    }
}
