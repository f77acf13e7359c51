package net.gatepost.job.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.employer.EmployerView;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.ListingDraft;
import net.gatepost.job.ListingView;
import net.gatepost.job.Pay;
import net.gatepost.job.Workplace;
import net.gatepost.web.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a listing into words: every page that shows one asks here, so that all of them say the same. */
@Component
public class ListingPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);

    /** "Eastern Time": true in summer and winter, and known to more people than "America/New_York". */
    private static final DateTimeFormatter ZONE =
            new DateTimeFormatterBuilder().appendGenericZoneText(TextStyle.FULL).toFormatter(Locale.US);

    private final MessageSource messages;
    private final ClearanceCatalogue catalogue;

    ListingPages(MessageSource messages, ClearanceCatalogue catalogue) {
        this.messages = messages;
        this.catalogue = catalogue;
    }

    public ListingPage page(ListingView listing, EmployerView employer) {
        var content = listing.content();
        var description = content.description();
        var polygraph = polygraph(content);
        return new ListingPage(
                listing,
                content.title(),
                listing.path(),
                employer.name(),
                employer.isVerified() ? "/employers/" + employer.slug() : null,
                place(content),
                content.clearanceStated(),
                catalogue.badge(content.clearance().key()),
                polygraph,
                content.pay().map(this::pay).orElse(null),
                terms(content),
                notes(listing),
                description == null ? "" : Markdown.toHtml(description),
                content.applyBy() == ApplyBy.EMAIL ? "mailto:" + content.applyTo() : content.applyTo(),
                honest(listing));
    }

    /** "Annapolis Junction, MD", "Remote", "Remote, near Denver, CO"; that none is said yet, in a draft. */
    public String place(ListingDraft content) {
        var place = content.place();
        if (content.workplace() == Workplace.REMOTE) {
            return place == null
                    ? text(Workplace.REMOTE.messageKey())
                    : text("listing.place.remote-near", place.label());
        }
        return place == null ? text("listing.place.none-yet") : place.label();
    }

    /** "$142,000 – $178,000 a year". */
    public String pay(Pay pay) {
        return text(pay.period().messageKey() + ".range", pay.range());
    }

    /** "CI polygraph", or null where none is asked for. */
    public @Nullable String polygraph(ListingDraft content) {
        var polygraph = content.clearance().polygraph();
        return polygraph == PolygraphRequirement.NONE ? null : text("listing.polygraph." + polygraph.name());
    }

    /** "Posted 21 Nov 2026" and its like are said in days of the listing's place. */
    public String day(Instant instant, ZoneId zone) {
        return DAY.format(instant.atZone(zone));
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    private List<String> terms(ListingDraft content) {
        var terms = new ArrayList<String>();
        var workplace = content.workplace();
        if (workplace != null) {
            terms.add(text(workplace.messageKey()));
        }
        var employment = content.employmentType();
        if (employment != null) {
            terms.add(text(employment.messageKey()));
        }
        if (content.openings() > 1) {
            terms.add(text("listing.openings.count", content.openings()));
        }
        return terms;
    }

    private List<String> notes(ListingView listing) {
        var content = listing.content();
        var notes = new ArrayList<String>();
        var client = content.client();
        if (client != null) {
            notes.add(
                    client.name() == null
                            ? text("listing.note.client.unnamed")
                            : text("listing.note.client", client.name()));
        }
        ClearanceRequirement clearance = content.clearance();
        if (clearance.isPreferred()) {
            notes.add(text("listing.note.preferred"));
        }
        if (clearance.interimAccepted()) {
            notes.add(text("listing.note.interim"));
        }
        if (clearance.willSponsor()) {
            notes.add(text("listing.note.sponsor"));
        }
        var basis = content.citizensOnlyBasis();
        if (content.citizensOnly() && basis != null) {
            notes.add(text("listing.note.citizens", basis));
        }
        if (content.contingent()) {
            notes.add(text("listing.note.contingent"));
        }
        if (listing.repostOf() != null) {
            notes.add(text("listing.note.repost"));
        }
        return notes;
    }

    private HonestLine honest(ListingView listing) {
        var posted = listing.postedAt();
        var confirmed = listing.confirmedAt();
        var ends = listing.content().ends();
        return new HonestLine(
                posted == null ? null : day(posted, listing.zone()),
                confirmed == null ? null : day(confirmed, listing.zone()),
                ends == null ? null : end(ends, listing.zone()));
    }

    private String end(LocalDate ends, ZoneId zone) {
        return text("listing.ends.at", DAY.format(ends), ZONE.format(ends.atStartOfDay(zone)));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
