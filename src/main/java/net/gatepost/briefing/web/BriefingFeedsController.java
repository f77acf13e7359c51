package net.gatepost.briefing.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.gatepost.briefing.Briefings;
import net.gatepost.briefing.PublishedBriefing;
import net.gatepost.web.AtomFeeds;
import net.gatepost.web.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The newest briefings as feeds: of all topics, and of each. */
@Controller
class BriefingFeedsController {

    private final Briefings briefings;
    private final BriefingFeed feed;
    private final MessageSource messages;

    BriefingFeedsController(Briefings briefings, BriefingFeed feed, MessageSource messages) {
        this.briefings = briefings;
        this.feed = feed;
        this.messages = messages;
    }

    @GetMapping("/briefings.atom")
    ResponseEntity<String> newest() {
        return atom(
                messages.getMessage("briefing.feed", new Object[0], Locale.ENGLISH),
                "/briefings.atom",
                "/briefings",
                briefings.newest(AtomFeeds.MOST_ENTRIES));
    }

    @GetMapping("/briefings/topics/{topic}/briefings.atom")
    ResponseEntity<String> newestUnder(@PathVariable String topic) {
        var found = briefings.topic(topic).orElseThrow(NotFound::new);
        return atom(
                messages.getMessage("briefing.feed.topic", new Object[] {found.name()}, Locale.ENGLISH),
                found.path() + "/briefings.atom",
                found.path(),
                briefings.publishedSince(found.slug(), Instant.EPOCH, AtomFeeds.MOST_ENTRIES));
    }

    private ResponseEntity<String> atom(String title, String self, String page, List<PublishedBriefing> entries) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .body(feed.write(title, self, page, entries));
    }
}
