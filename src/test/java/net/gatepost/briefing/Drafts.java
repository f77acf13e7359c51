package net.gatepost.briefing;

import java.util.List;

/** Builds drafts of briefings for tests: whole, unless something is taken out. */
public record Drafts(
        String topic, String headline, String summary, String body, String development, List<String> tags) {

    public static Drafts headed(String headline) {
        return new Drafts("cyber", headline, "What it is about.", "What happened.", "", List.of());
    }

    public Drafts under(String slug) {
        return new Drafts(slug, headline, summary, body, development, tags);
    }

    public Drafts saying(String text) {
        return new Drafts(topic, headline, summary, text, development, tags);
    }

    public Drafts adding(String text) {
        return new Drafts(topic, headline, summary, body, text, tags);
    }

    public Drafts tagged(String... words) {
        return new Drafts(topic, headline, summary, body, development, List.of(words));
    }

    public BriefingDraft draft() {
        return new BriefingDraft(
                topic, headline, summary, body, development, null, "Reston, VA", null, Source.NONE, null, tags);
    }
}
