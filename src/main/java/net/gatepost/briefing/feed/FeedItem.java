package net.gatepost.briefing.feed;

import java.time.LocalDate;
import java.util.List;
import net.gatepost.web.Legible;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed, cut down to what may be taken over: never the article itself.
 *
 * @param key the same for the same entry, whichever feed it stands in
 * @param date on which it came out; null where it does not say
 */
record FeedItem(
        String key,
        String headline,
        String link,
        String summary,
        @Nullable LocalDate date) implements Legible {

    @Override
    public List<String> texts() {
        return List.of(headline, link, summary);
    }
}
