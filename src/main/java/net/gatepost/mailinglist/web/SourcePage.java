package net.gatepost.mailinglist.web;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.gatepost.mailinglist.Signup;
import org.jspecify.annotations.Nullable;

/**
 * The page that a form was on, out of the browser's {@code Referer}: its first two segments, because a third may be a
 * token that lets its holder in, and a query may be somebody's search.
 */
final class SourcePage {

    private static final Pattern FIRST_SEGMENTS = Pattern.compile("(?:/[A-Za-z0-9._-]+){1,2}|/");

    private SourcePage() {}

    static Optional<String> of(@Nullable String referer, String serverName) {
        if (referer == null) {
            return Optional.empty();
        }
        URI page;
        try {
            page = URI.create(referer);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
        if (page.getRawPath() == null || !serverName.equalsIgnoreCase(page.getHost())) {
            return Optional.empty();
        }
        return Optional.of(FIRST_SEGMENTS.matcher(page.getRawPath()))
                .filter(Matcher::lookingAt)
                .map(Matcher::group)
                .filter(path -> path.length() <= Signup.SOURCE_PAGE_MAX);
    }
}
