package net.gatepost.job.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.job.search.Facets;
import net.gatepost.job.search.ListingQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Searches as another module keeps them: an address in which the same filters always look the same, and which this reads
 * again as the search page would.
 */
@Component
public class KeptSearches {

    /** The order of what is found: two searches that differ in nothing else find the same. */
    private static final String SORT = "sort";

    private final JobsRequests requests;
    private final FacetWords words;
    private final ClearanceCatalogue catalogue;
    private final MessageSource messages;

    KeptSearches(JobsRequests requests, FacetWords words, ClearanceCatalogue catalogue, MessageSource messages) {
        this.requests = requests;
        this.words = words;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /**
     * @param address the query of its address, without page and order; empty for everything that is live
     * @param parameters of that address, decoded
     * @param parts its words and filters, each in words
     */
    public record KeptSearch(
            String address, MultiValueMap<String, String> parameters, ListingQuery query, List<Part> parts) {

        public KeptSearch {
            parts = List.copyOf(parts);
        }

        /** Where the search page shows it. */
        public String path() {
            return address.isEmpty() ? JobsPages.PATH : JobsPages.PATH + '?' + address;
        }

        /** Withheld: what somebody looks for is theirs. */
        @Override
        public String toString() {
            return "KeptSearch[withheld]";
        }
    }

    /**
     * One word or filter of a search.
     *
     * @param parameter that it stands for, such as {@code q} or {@code holds}
     */
    public record Part(String parameter, String label) {}

    /**
     * What of these parameters makes sense as a search.
     *
     * @param reader whose it is; null leaves out what depends on who asks
     */
    public KeptSearch read(MultiValueMap<String, String> parameters, @Nullable ListingReader reader) {
        var request = requests.read(parameters, reader);
        var address = SearchAddress.EVERYTHING;
        var decoded = new LinkedMultiValueMap<String, String>();
        for (String name : SearchAddress.NAMES) {
            var values = request.address().all(name).stream().sorted().toList();
            if (!name.equals(SORT) && !values.isEmpty()) {
                address = address.with(name, values);
                decoded.addAll(name, values);
            }
        }
        return new KeptSearch(address.query(), decoded, request.query(), parts(request, address));
    }

    public KeptSearch read(String address, @Nullable ListingReader reader) {
        return read(parametersOf(address), reader);
    }

    /** The same search of anybody: without what depends on who asks. */
    public KeptSearch ofAnybody(KeptSearch search) {
        return read(search.parameters(), null);
    }

    private List<Part> parts(JobsRequest request, SearchAddress address) {
        var parts = new ArrayList<Part>();
        var query = request.query();
        address.all("q").forEach(q -> parts.add(new Part("q", q)));
        var near = query.near();
        var place = request.near();
        if (near != null && place != null) {
            parts.add(new Part("place", text("jobs.chip.place", near.miles(), place.label())));
        }
        var holds = query.holds();
        if (holds != null) {
            parts.add(new Part("holds", text("jobs.chip.holds", catalogue.label(holds))));
        }
        address.all("qualify").forEach(value -> parts.add(new Part("qualify", text("jobs.qualify." + value))));
        for (String name : List.of("clearance", "polygraph", "workplace", "employment", "employer", "pay", "posted")) {
            address.all(name).forEach(value -> parts.add(new Part(name, words.chip(name, value, Facets.NONE))));
        }
        return parts;
    }

    private static MultiValueMap<String, String> parametersOf(String address) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (String pair : address.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.add(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return parameters;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
