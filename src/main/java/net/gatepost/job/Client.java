package net.gatepost.job;

import org.jspecify.annotations.Nullable;

/**
 * For whom a staffing firm hires.
 *
 * @param name null where the firm may not say: then a listing says that
 */
public record Client(@Nullable String name) {

    public static final int LONGEST_NAME = 150;

    public static final Client UNNAMED = new Client(null);
}
