package net.gatepost.job.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Workplace;
import net.gatepost.job.search.ListingCard;
import net.gatepost.job.search.Near;
import net.gatepost.job.web.ListingRow.Mark;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts what the index holds of listings into the words of a list. */
@Component
public class ListingRows {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.US);

    private final MessageSource messages;
    private final ClearanceCatalogue catalogue;
    private final ListingPages pages;
    private final ListingMarks marks;
    private final Clock clock;

    ListingRows(
            MessageSource messages, ClearanceCatalogue catalogue, ListingPages pages, ListingMarks marks, Clock clock) {
        this.messages = messages;
        this.catalogue = catalogue;
        this.pages = pages;
        this.marks = marks;
        this.clock = clock;
    }

    /** As everybody reads them. */
    public List<ListingRow> rows(List<ListingCard> cards) {
        return rows(cards, null, null);
    }

    /** As the viewer reads them, where there is one. */
    public List<ListingRow> rows(List<ListingCard> cards, @Nullable Viewer viewer) {
        return rows(cards, viewer, null);
    }

    /** @param near says how far each is from there; null to say nothing of it */
    List<ListingRow> rows(List<ListingCard> cards, @Nullable Viewer viewer, @Nullable Near near) {
        var marked = marks.among(viewer, cards.stream().map(ListingCard::id).toList());
        return cards.stream()
                .map(card -> row(card, near, marked.getOrDefault(card.id(), Map.of())))
                .toList();
    }

    private ListingRow row(ListingCard card, @Nullable Near near, Map<String, String> marked) {
        return new ListingRow(
                card.title(),
                card.path(),
                card.employer(),
                place(card),
                card.pay().map(pages::pay).orElse(null),
                when(card),
                catalogue.badge(card.clearanceKey()),
                facts(card, near),
                marked.entrySet().stream()
                        .map(mark -> new Mark(text("jobs.mark." + mark.getKey()), mark.getValue()))
                        .toList());
    }

    private String place(ListingCard card) {
        String place = card.place();
        if (card.workplace() == Workplace.REMOTE) {
            return place == null ? text(Workplace.REMOTE.messageKey()) : text("listing.place.remote-near", place);
        }
        return place == null ? text("listing.place.none-yet") : place;
    }

    private String when(ListingCard card) {
        ZoneId zone = card.zoneId();
        LocalDate posted = card.postedAt().atZone(zone).toLocalDate();
        long days = Math.max(
                0, ChronoUnit.DAYS.between(posted, clock.instant().atZone(zone).toLocalDate()));
        // The instant at which it ends is the first one of the next day.
        LocalDate ends = card.endsAt().minusNanos(1).atZone(zone).toLocalDate();
        return text("jobs.row.when", days, DAY.format(ends));
    }

    private List<String> facts(ListingCard card, @Nullable Near near) {
        var facts = new ArrayList<String>();
        if (card.preferred()) {
            facts.add(text("jobs.row.preferred"));
        }
        if (card.polygraph() != PolygraphRequirement.NONE) {
            facts.add(text("listing.polygraph." + card.polygraph().name()));
        }
        var workplace = card.workplace();
        if (workplace == Workplace.HYBRID) {
            facts.add(text(workplace.messageKey()));
        }
        var employment = card.employment();
        if (employment != null && employment != EmploymentType.FULL_TIME) {
            facts.add(text(employment.messageKey()));
        }
        if (card.interim()) {
            facts.add(text("jobs.row.interim"));
        }
        if (card.sponsored()) {
            facts.add(text("jobs.row.sponsored"));
        }
        if (near != null && card.workplace() != Workplace.REMOTE) {
            card.distanceFrom(near)
                    .ifPresent(distance -> facts.add(text("jobs.row.distance", Math.round(distance.miles()))));
        }
        return facts;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
