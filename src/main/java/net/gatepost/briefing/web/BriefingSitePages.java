package net.gatepost.briefing.web;

import java.util.ArrayList;
import java.util.List;
import net.gatepost.briefing.Briefings;
import net.gatepost.web.SitePages;
import org.springframework.stereotype.Component;

/** The pages of briefings for the sitemap: the list, the topics and the newest articles. */
@Component
class BriefingSitePages implements SitePages {

    private static final int MOST_LISTS = 50;

    private final Briefings briefings;

    BriefingSitePages(Briefings briefings) {
        this.briefings = briefings;
    }

    @Override
    public List<Page> pages(int most) {
        List<Page> pages = new ArrayList<>();
        pages.add(new Page("/briefings", null));
        briefings.topics().stream().limit(MOST_LISTS).forEach(topic -> pages.add(new Page(topic.path(), null)));
        for (int number = 1; pages.size() < most; number++) {
            var some = briefings.published(number);
            some.forEach(one ->
                    pages.add(new Page(one.path(), one.correctedAt() == null ? one.publishedAt() : one.correctedAt())));
            if (!some.hasNext()) {
                break;
            }
        }
        return pages.subList(0, Math.min(most, pages.size()));
    }
}
