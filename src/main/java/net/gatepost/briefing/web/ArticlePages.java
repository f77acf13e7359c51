package net.gatepost.briefing.web;

import static java.util.Objects.requireNonNull;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.gatepost.briefing.BriefingDraft;
import net.gatepost.briefing.BriefingTopic;
import net.gatepost.briefing.BriefingView;
import net.gatepost.briefing.Briefings;
import net.gatepost.briefing.Source;
import net.gatepost.briefing.image.BriefingImages;
import net.gatepost.briefing.web.ArticlePage.Moment;
import net.gatepost.briefing.web.ArticlePage.Note;
import net.gatepost.briefing.web.ArticlePage.Picture;
import net.gatepost.briefing.web.ArticlePage.SourceLine;
import net.gatepost.web.Markdown;
import net.gatepost.web.NotFound;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a briefing into the words and the HTML of its page. */
@Component
class ArticlePages {

    private static final int RELATED = 5;

    /** What an adult reads silently, in English: Brysbaert, "How many words do we read per minute?" (2019). */
    private static final int WORDS_A_MINUTE = 238;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Briefings briefings;
    private final BriefingImages images;
    private final RelatedJobs jobs;
    private final SiteAddress site;

    ArticlePages(Briefings briefings, BriefingImages images, RelatedJobs jobs, SiteAddress site) {
        this.briefings = briefings;
        this.images = images;
        this.jobs = jobs;
        this.site = site;
    }

    ArticlePage page(BriefingView briefing) {
        var content = briefing.content();
        return new ArticlePage(
                site.link(briefing.path()),
                content.headline(),
                content.summary(),
                briefings.topic(content.topic()).orElseThrow(NotFound::new),
                images.of(briefing.id())
                        .map(image -> Picture.of(briefing.path() + "/image", image))
                        .orElse(null),
                Markdown.toHtml(content.body()),
                Markdown.toHtml(content.development()),
                content.place(),
                Moment.of(content.datedAt() == null ? briefing.publishedAt() : content.datedAt()),
                Moment.of(briefing.publishedAt()),
                Moment.of(briefing.correctedAt()),
                minutes(content),
                source(content.source()),
                content.tags(),
                briefings.corrections(briefing.id()).stream()
                        .map(note -> new Note(requireNonNull(Moment.of(note.at())), note.note()))
                        .toList(),
                briefings.related(briefing, RELATED).stream()
                        .map(BriefingRow::of)
                        .toList(),
                jobs.of(content));
    }

    /**
     * What is written so far, whatever is missing, without what would stand beside it.
     *
     * @param id null for one that is new
     */
    ArticlePage preview(@Nullable UUID id, BriefingDraft content) {
        var image = id == null ? null : images.of(id).orElse(null);
        return new ArticlePage(
                site.link("/briefings"),
                content.headline(),
                content.summary(),
                briefings.topic(content.topic()).orElse(new BriefingTopic("", "", "", false)),
                image == null ? null : Picture.of("/admin/briefings/" + id + "/image/file", image),
                Markdown.toHtml(content.body()),
                Markdown.toHtml(content.development()),
                content.place(),
                Moment.of(content.datedAt()),
                null,
                null,
                minutes(content),
                source(content.source()),
                content.tags(),
                List.of(),
                List.of(),
                List.of());
    }

    static int minutes(BriefingDraft content) {
        return Math.max(1, Math.round((float) words(content) / WORDS_A_MINUTE));
    }

    static int words(BriefingDraft content) {
        String text = Markdown.toText(content.body()) + " " + Markdown.toText(content.development());
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static @Nullable SourceLine source(Source source) {
        return source.isNamed()
                ? new SourceLine(
                        source.name(),
                        source.url().isEmpty() ? null : source.url(),
                        source.date() == null ? null : DAY.format(source.date()))
                : null;
    }
}
