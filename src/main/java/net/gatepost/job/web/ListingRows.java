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
import java.util.UUID;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Workplace;
import net.gatepost.job.search.ListingCard;
import net.gatepost.job.search.Near;
import net.gatepost.job.web.ListingReader.VerdictWords;
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
    private final Clock clock;

    ListingRows(MessageSource messages, ClearanceCatalogue catalogue, ListingPages pages, Clock clock) {
        this.messages = messages;
        this.catalogue = catalogue;
        this.pages = pages;
        this.clock = clock;
    }

    public List<ListingRow> rows(List<ListingCard> cards) {
        return rows(cards, null, null);
    }

    /** @param reader whose rows say whether they qualify; null for rows that are the same for everybody */
    public List<ListingRow> rows(List<ListingCard> cards, @Nullable ListingReader reader) {
        return rows(cards, null, reader);
    }

    /**
     * @param near says how far each is from there; null to say nothing of it
     * @param reader as in {@link #rows(List, ListingReader)}
     */
    public List<ListingRow> rows(List<ListingCard> cards, @Nullable Near near, @Nullable ListingReader reader) {
        Map<UUID, Map<String, String>> marks = reader == null
                ? Map.of()
                : reader.marks(cards.stream().map(ListingCard::id).toList());
        return cards.stream()
                .map(card -> row(
                        card,
                        near,
                        reader == null ? null : reader.verdict(card.requirement()),
                        marks.getOrDefault(card.id(), Map.of())))
                .toList();
    }

    private ListingRow row(
            ListingCard card, @Nullable Near near, @Nullable VerdictWords verdict, Map<String, String> marks) {
        return new ListingRow(
                card.title(),
                card.path(),
                card.employer(),
                place(card),
                card.pay().map(pages::pay).orElse(null),
                when(card),
                catalogue.badge(card.clearanceKey()),
                facts(card, near),
                verdict,
                marks.entrySet().stream()
                        .map(mark -> new ListingRow.Mark(text("jobs.mark." + mark.getKey()), mark.getValue()))
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
