package net.gatepost.job.web;

import java.util.List;
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
 */
record JobsRequest(
        SearchAddress address, ListingQuery query, @Nullable Place near, int asked, List<Remark> remarks) {

    /** Something to tell before the results, with what can be done about it. */
    record Remark(String text, List<Link> links) {}

    record Link(String href, String text) {}

    JobsRequest {
        remarks = List.copyOf(remarks);
    }

    /** The same of one employer, which its address then need not say. */
    JobsRequest ofEmployer(String slug) {
        return new JobsRequest(address.without("employer"), query.ofEmployer(slug), near, asked, remarks);
    }

    boolean isTooDeep() {
        return asked > ListingQuery.MOST_PAGES;
    }
}
