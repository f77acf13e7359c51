package net.gatepost.briefing.web;

import java.util.LinkedHashMap;
import java.util.Map;
import net.gatepost.briefing.BriefingView;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.StructuredData;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A briefing as structured data: schema.org's NewsArticle by the rules of "Article structured data" in Google Search
 * Central. It says only what the page says too; its author is the site, because briefings are not signed.
 */
@Component
class NewsArticle {

    private final SiteAddress site;
    private final StructuredData data;
    private final String operator;

    NewsArticle(SiteAddress site, StructuredData data, @Value("${gatepost.operator.name}") String operator) {
        this.site = site;
        this.data = data;
        this.operator = operator;
    }

    /** JSON for a data block of a page: nothing in it can end the block. */
    String of(ArticlePage page, BriefingView briefing) {
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("@context", "https://schema.org/");
        article.put("@type", "NewsArticle");
        article.put("headline", page.headline());
        article.put("description", page.summary());
        article.put("mainEntityOfPage", page.canonical());
        article.put("url", page.canonical());
        var picture = page.picture();
        if (picture != null) {
            article.put("image", site.link(picture.href()));
        }
        var published = page.published();
        if (published != null) {
            article.put("datePublished", published.iso());
            var corrected = page.corrected();
            article.put("dateModified", corrected == null ? published.iso() : corrected.iso());
        }
        article.put("author", publisher());
        article.put("publisher", publisher());
        article.put("articleSection", page.topic().name());
        if (!page.tags().isEmpty()) {
            article.put("keywords", page.tags());
        }
        if (!page.place().isEmpty()) {
            article.put("dateline", page.place());
        }
        article.put("wordCount", ArticlePages.words(briefing.content()));
        article.put("timeRequired", "PT" + page.minutes() + "M");
        article.put("inLanguage", "en");
        article.put("isAccessibleForFree", true);
        var source = page.source();
        if (source != null && source.href() != null) {
            article.put("isBasedOn", source.href());
        }
        if (!page.corrections().isEmpty()) {
            article.put(
                    "correction",
                    page.corrections().stream().map(ArticlePage.Note::text).toList());
        }
        return data.block(article);
    }

    private Map<String, Object> publisher() {
        Map<String, Object> publisher = new LinkedHashMap<>();
        publisher.put("@type", "Organization");
        publisher.put("name", operator);
        publisher.put("url", site.link("/"));
        return publisher;
    }
}
