package net.gatepost.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a module adds pages of its own to the sitemap, whose module knows nothing of it. */
public interface SitePages {

    /** @param changed null where it isn't known */
    record Page(String path, @Nullable Instant changed) {}

    /** Those that a search engine should know first, at most so many; their paths hold slugs alone. */
    List<Page> pages(int most);
}
