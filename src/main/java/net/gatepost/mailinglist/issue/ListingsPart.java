package net.gatepost.mailinglist.issue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.job.search.ListingSort;
import net.gatepost.job.search.TextQuery;
import net.gatepost.job.web.ListingRow;
import net.gatepost.job.web.ListingRows;
import net.gatepost.mailinglist.Topic;
import net.gatepost.web.Markdown;
import net.gatepost.web.SiteAddress;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** New listings in a digest. */
@Component
@Order(1)
class ListingsPart implements DigestPart {

    private final ListingSearch search;
    private final ListingRows rows;
    private final SiteAddress site;
    private final MessageSource messages;

    ListingsPart(ListingSearch search, ListingRows rows, SiteAddress site, MessageSource messages) {
        this.search = search;
        this.rows = rows;
        this.site = site;
        this.messages = messages;
    }

    @Override
    public Topic topic() {
        return Topic.JOBS;
    }

    @Override
    public News of(Duration time, int most) {
        int days = (int) Math.max(1, time.toDays());
        List<ListingRow> found = rows.rows(search.first(postedWithin(days), most));
        if (found.isEmpty()) {
            return new News(0, "", "");
        }
        String all = "[" + words("mailinglist.digest.jobs.all") + "](<" + site.link("/jobs?posted=" + days) + ">)";
        return new News(
                found.size(),
                found.get(0).title(),
                Stream.concat(found.stream().map(this::told), Stream.of(all)).collect(Collectors.joining("\n\n")));
    }

    private static ListingQuery postedWithin(int days) {
        return new ListingQuery(
                TextQuery.NONE,
                Set.of(),
                null,
                null,
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                days,
                ListingSort.NEWEST,
                1);
    }

    private String told(ListingRow row) {
        String facts = Stream.of(row.employer(), row.place(), row.badge().label(), row.pay() == null ? "" : row.pay())
                .filter(fact -> !fact.isBlank())
                .map(Markdown::literally)
                .collect(Collectors.joining(" · "));
        return "**[" + Markdown.literally(row.title()) + "](<" + site.link(row.href()) + ">)**\\\n" + facts;
    }

    private String words(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
