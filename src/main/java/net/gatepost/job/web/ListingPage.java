package net.gatepost.job.web;

import java.util.List;
import net.gatepost.clearance.ClearanceBadge;
import net.gatepost.job.ListingView;
import org.jspecify.annotations.Nullable;

/**
 * A listing as its page shows it, the same in a recruiter's preview and for the public. {@link ListingPages} makes it.
 *
 * @param listing what it was made from, for what the page says in no words: addresses and structured data
 * @param employer the name
 * @param employerHref its page, which it has while it is verified
 * @param place the place's label, or that the work is remote
 * @param clearance whether the badge says anything: false while a draft has chosen none
 * @param polygraph in words, null where none is asked for
 * @param pay with its period, null where none is stated
 * @param terms workplace, employment and the like, in a line
 * @param notes one sentence each: sponsor, interim, preferred, contingent, citizenship with its legal basis
 * @param html the description, sanitised: safe for {@code th:utext}
 * @param applyTo for applying elsewhere: the address to link to
 */
public record ListingPage(
        ListingView listing,
        String title,
        String href,
        String employer,
        @Nullable String employerHref,
        String place,
        boolean clearance,
        ClearanceBadge badge,
        @Nullable String polygraph,
        @Nullable String pay,
        List<String> terms,
        List<String> notes,
        String html,
        @Nullable String applyTo,
        HonestLine honest) {

    public ListingPage {
        terms = List.copyOf(terms);
        notes = List.copyOf(notes);
    }
}
