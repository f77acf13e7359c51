package net.gatepost.job.api;

import java.math.BigDecimal;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.employer.EmployerView;
import net.gatepost.job.ListingPlace;
import net.gatepost.job.ListingView;
import net.gatepost.job.Pay;
import net.gatepost.job.web.JobsRequests;
import net.gatepost.job.web.OpenListings.Open;
import net.gatepost.place.Gazetteer;
import net.gatepost.place.Place;
import net.gatepost.web.Markdown;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes JSON of listings: of what their page shows too, and of nobody who wrote them. */
@Component
class JobJsons {

    private final ClearanceCatalogue catalogue;
    private final Gazetteer gazetteer;
    private final SiteAddress site;

    JobJsons(ClearanceCatalogue catalogue, Gazetteer gazetteer, SiteAddress site) {
        this.catalogue = catalogue;
        this.gazetteer = gazetteer;
        this.site = site;
    }

    JobJson of(Open open) {
        return of(open.listing(), open.employer());
    }

    JobJson of(ListingView listing, EmployerView employer) {
        var content = listing.content();
        String description = content.description() == null ? "" : content.description();
        var client = content.client();
        return new JobJson(
                listing.id(),
                site.link(listing.path()),
                content.title(),
                new JobJson.Employer(employer.slug(), employer.name(), site.link("/employers/" + employer.slug())),
                client == null ? null : new JobJson.Client(client.name(), client.name() == null),
                clearance(content.clearance()),
                new JobJson.CitizensOnly(
                        content.citizensOnly(), content.citizensOnly() ? content.citizensOnlyBasis() : null),
                lower(content.workplace()),
                lower(content.employmentType()),
                place(content.place()),
                content.pay().map(JobJsons::pay).orElse(null),
                content.openings(),
                content.contingent(),
                listing.postedAt(),
                listing.confirmedAt(),
                content.ends(),
                listing.endsAt(),
                listing.zone().getId(),
                description,
                Markdown.toHtml(description));
    }

    private JobJson.Clearance clearance(ClearanceRequirement needed) {
        var level = needed.level();
        return new JobJson.Clearance(
                needed.key().format(),
                level == null ? null : level.value(),
                needed.accesses().stream().map(Access::code).toList(),
                catalogue.badge(needed.key()).label(),
                JobsRequests.lower(needed.polygraph()),
                !needed.isPreferred(),
                needed.interimAccepted(),
                needed.willSponsor());
    }

    /** The gazetteer's words where it still knows the place. */
    private JobJson.@Nullable Place place(@Nullable ListingPlace stored) {
        if (stored == null) {
            return null;
        }
        Place known = gazetteer.byId(stored.id()).orElse(null);
        return new JobJson.Place(
                stored.label(),
                known == null ? null : known.name(),
                known == null ? null : known.region(),
                known == null ? null : known.country(),
                known == null ? null : known.postcode(),
                stored.latitude(),
                stored.longitude());
    }

    private static JobJson.Pay pay(Pay pay) {
        return new JobJson.Pay(
                amount(pay.min()),
                amount(pay.max()),
                pay.currency().getCurrencyCode(),
                JobsRequests.lower(pay.period()));
    }

    static BigDecimal amount(long minor) {
        return new BigDecimal(Pay.formatAmount(minor));
    }

    static @Nullable String lower(@Nullable Enum<?> constant) {
        return constant == null ? null : JobsRequests.lower(constant);
    }
}
