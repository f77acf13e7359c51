package net.gatepost.briefing.web;

import java.util.List;
import java.util.Locale;
import net.gatepost.briefing.BriefingDraft;
import net.gatepost.briefing.BriefingIndex;
import net.gatepost.briefing.BriefingSearch;
import net.gatepost.briefing.BriefingStatus;
import net.gatepost.briefing.BriefingTopic;
import net.gatepost.briefing.BriefingView;
import net.gatepost.briefing.Briefings;
import net.gatepost.briefing.PublishedBriefing;
import net.gatepost.job.search.TextQuery;
import net.gatepost.web.NotFound;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Searches;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Briefings as everybody reads them, the same for each. One that was withdrawn answers 410, so that search engines drop it. */
@Controller
class BriefingsController {

    private static final String PATH = "/briefings";
    private static final int INSTEAD = 5;

    private final Briefings briefings;
    private final BriefingSearch search;
    private final BriefingIndex index;
    private final ArticlePages pages;
    private final NewsArticle structured;
    private final SiteAddress site;
    private final MessageSource messages;

    BriefingsController(
            Briefings briefings,
            BriefingSearch search,
            BriefingIndex index,
            ArticlePages pages,
            NewsArticle structured,
            SiteAddress site,
            MessageSource messages) {
        this.messages = messages;
        this.briefings = briefings;
        this.search = search;
        this.index = index;
        this.pages = pages;
        this.structured = structured;
        this.site = site;
    }

    /**
     * A list of briefings.
     *
     * @param name its heading
     * @param lead what it is, in a sentence
     * @param topic null where it is of all
     * @param chosen which of the topics is shown: a slug; empty for none of them, null for all
     * @param typed what was searched for; empty where nothing was
     * @param feed the path of one with the newest of these
     * @param query of the addresses of its pages
     */
    record ListPage(
            String canonical,
            String path,
            String name,
            String lead,
            @Nullable BriefingTopic topic,
            @Nullable String chosen,
            String typed,
            String feed,
            List<BriefingTopic> topics,
            List<BriefingRow> rows,
            int page,
            int pages,
            String query) {}

    /** @param q words; where there are any, they alone decide */
    @Searches
    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        int number = PageNumber.of(page);
        var text = TextQuery.parse(q);
        if (!text.isEmpty()) {
            return found(TextQuery.clean(q), text, number, model);
        }
        String wanted = tag(tag);
        return wanted.isEmpty()
                ? show(PATH, null, "", briefings.published(number), number, model)
                : show(PATH, null, wanted, briefings.publishedTagged(wanted, number), number, model);
    }

    private String found(String typed, TextQuery text, int number, Model model) {
        var found = search.search(text, number);
        int pages = (int)
                Math.min(BriefingSearch.MOST_PAGES, (found.total() + Briefings.PAGE_SIZE - 1) / Briefings.PAGE_SIZE);
        String query = query("q", typed);
        model.addAttribute("building", index.underway().orElse(null));
        model.addAttribute(
                "page",
                new ListPage(
                        site.link(PATH + "?" + query),
                        PATH,
                        text("found", found.total(), typed),
                        text("lead"),
                        null,
                        "",
                        typed,
                        "/briefings.atom",
                        briefings.topics(),
                        found.briefings().stream().map(BriefingRow::of).toList(),
                        number,
                        pages,
                        query));
        return "briefing/list";
    }

    @GetMapping(PATH + "/topics/{topic}")
    String topic(@PathVariable String topic, @RequestParam(required = false) @Nullable String page, Model model) {
        int number = PageNumber.of(page);
        var found = briefings.topic(topic).orElseThrow(NotFound::new);
        return show(found.path(), found, "", briefings.publishedUnder(topic, number), number, model);
    }

    @GetMapping(PATH + "/{slug}")
    ModelAndView article(@PathVariable String slug) {
        var briefing = briefings.at(slug).orElseThrow(NotFound::new);
        if (briefing.status() == BriefingStatus.WITHDRAWN) {
            return gone(briefing);
        }
        var page = pages.page(briefing);
        return new ModelAndView("briefing/article")
                .addObject("page", page)
                .addObject("structured", structured.of(page, briefing));
    }

    private ModelAndView gone(BriefingView briefing) {
        var page = new ModelAndView("briefing/gone");
        page.setStatus(HttpStatus.GONE);
        return page.addObject("withdrawn", ArticlePage.Moment.of(briefing.withdrawnAt()))
                .addObject("reason", briefing.withdrawnReason())
                .addObject(
                        "instead",
                        briefings.newest(INSTEAD).stream().map(BriefingRow::of).toList());
    }

    private String show(
            String path,
            @Nullable BriefingTopic topic,
            String tag,
            Page<PublishedBriefing> found,
            int number,
            Model model) {
        String query = tag.isEmpty() ? "" : query("tag", tag);
        String self = path + (query.isEmpty() ? "" : "?" + query);
        model.addAttribute(
                "page",
                new ListPage(
                        site.link(self),
                        path,
                        topic != null ? topic.name() : text(tag.isEmpty() ? "title" : "tagged", tag),
                        topic != null ? topic.description() : text("lead"),
                        topic,
                        topic != null ? topic.slug() : tag.isEmpty() ? null : "",
                        "",
                        topic != null ? topic.path() + "/briefings.atom" : "/briefings.atom",
                        briefings.topics(),
                        found.map(BriefingRow::of).getContent(),
                        number,
                        found.getTotalPages(),
                        query));
        return "briefing/list";
    }

    private static String query(String name, String value) {
        return UriComponentsBuilder.newInstance()
                .queryParam(name, "{value}")
                .encode()
                .buildAndExpand(value)
                .toUriString()
                .substring(1);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("briefing.list." + key, arguments, Locale.ENGLISH);
    }

    /** As tags are stored; empty for what can be none. */
    private static String tag(String typed) {
        String tag = typed.strip().toLowerCase(Locale.ROOT);
        return tag.length() <= BriefingDraft.LONGEST_TAG && tag.matches("\\P{Cntrl}*") ? tag : "";
    }
}
