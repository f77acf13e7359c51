package net.gatepost.job.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a request for listings asks, as far as it makes sense.
 *
 * @param address of just that
 * @param near what is meant by the place that was typed; null where none was, or nobody knows it
 * @param asked the page that was asked for, which may be deeper than pages go
 * @param remarks on what was put right or left out
 * @param wrong the same by the name of the parameter, each in words: for who wants to be told rather than helped
 */
public record JobsRequest(
        SearchAddress address,
        ListingQuery query,
        @Nullable Place near,
        int asked,
        List<Remark> remarks,
        Map<String, String> wrong) {

    /** Something to tell before the results, with what can be done about it. */
    public record Remark(String text, List<Link> links) {}

    public record Link(String href, String text) {}

    public JobsRequest {
        remarks = List.copyOf(remarks);
        wrong = Collections.unmodifiableMap(new LinkedHashMap<>(wrong));
    }

    /** The same of one employer, which its address then need not say. */
    JobsRequest ofEmployer(String slug) {
        return new JobsRequest(address.without("employer"), query.ofEmployer(slug), near, asked, remarks, wrong);
    }

    boolean isTooDeep() {
        return asked > ListingQuery.MOST_PAGES;
    }
}
