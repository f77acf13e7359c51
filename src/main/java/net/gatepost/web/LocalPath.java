package net.gatepost.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether an address that arrived with a request may be redirected to: only a path on this site. */
public final class LocalPath {

    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]{0,1000}|/");

    private LocalPath() {}

    /** The path if it is one of this site's, else the other. */
    public static String orElse(@Nullable String typed, String other) {
        return typed != null && LOCAL.matcher(typed).matches() ? typed : other;
    }
}
