package net.gatepost.briefing.web;

import java.time.Instant;
import java.util.List;
import net.gatepost.briefing.BriefingTopic;
import net.gatepost.briefing.image.ImageFacts;
import net.gatepost.job.web.ListingRow;
import net.gatepost.web.Moments;
import org.jspecify.annotations.Nullable;

/**
 * A briefing as it is read; published or, in an editor's preview, not yet.
 *
 * @param picture null where it has none
 * @param html of the article, safe as it is
 * @param development HTML of what else happened; empty where nothing is told
 * @param place the dateline's; empty for none
 * @param dated the dateline's moment; null where it has none yet
 * @param minutes that reading it takes
 * @param corrections the latest first
 * @param jobs live listings that have to do with it
 */
record ArticlePage(
        String canonical,
        String headline,
        String summary,
        BriefingTopic topic,
        @Nullable Picture picture,
        String html,
        String development,
        String place,
        @Nullable Moment dated,
        @Nullable Moment published,
        @Nullable Moment corrected,
        int minutes,
        @Nullable SourceLine source,
        List<String> tags,
        List<Note> corrections,
        List<BriefingRow> related,
        List<ListingRow> jobs) {

    /** For machines and for people. */
    record Moment(String iso, String told) {

        static @Nullable Moment of(@Nullable Instant at) {
            return at == null ? null : new Moment(BriefingRow.iso(at), Moments.told(at));
        }
    }

    /**
     * @param href null where it stands nowhere
     * @param date null where none is given
     */
    record SourceLine(
            String name, @Nullable String href, @Nullable String date) {}

    /**
     * @param href without the site's address
     * @param credit empty for nobody's
     */
    record Picture(String href, int width, int height, String alternative, String credit) {

        static Picture of(String href, ImageFacts image) {
            return new Picture(
                    href + "?" + image.mark(), image.width(), image.height(), image.alternative(), image.credit());
        }
    }

    record Note(Moment at, String text) {}
}
