package net.gatepost.job.web;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.gatepost.clearance.LevelCode;
import net.gatepost.job.ListingView;
import net.gatepost.job.Pay;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import net.gatepost.place.Gazetteer;
import net.gatepost.place.Place;
import net.gatepost.web.StructuredData;
import org.springframework.stereotype.Component;

/**
 * A listing as structured data: schema.org's JobPosting by the rules of "Job posting structured data" in Google Search
 * Central. It says only what the page says too.
 */
@Component
class JobPosting {

    /** @param code as ISO 3166 has it, of two letters */
    record Country(String code, String name) {
        static Country of(String code) {
            return new Country(
                    code, new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.US));
        }
    }

    private final Gazetteer gazetteer;
    private final StructuredData data;

    JobPosting(Gazetteer gazetteer, StructuredData data) {
        this.gazetteer = gazetteer;
        this.data = data;
    }

    /** JSON for a data block of a page: nothing in it can end the block. */
    String of(ListingPage page) {
        var listing = page.listing();
        var content = listing.content();
        Map<String, Object> posting = new LinkedHashMap<>();
        posting.put("@context", "https://schema.org/");
        posting.put("@type", "JobPosting");
        posting.put("title", page.title());
        posting.put("description", page.html());
        posting.put(
                "identifier",
                typed(
                        "PropertyValue",
                        "name",
                        page.employer(),
                        "value",
                        listing.id().toString()));
        var posted = listing.postedAt();
        if (posted != null) {
            posting.put("datePosted", DateTimeFormatter.ISO_LOCAL_DATE.format(posted.atZone(listing.zone())));
        }
        var ends = listing.endsAt();
        if (ends != null) {
            posting.put("validThrough", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ends.atOffset(ZoneOffset.UTC)));
        }
        var employment = content.employmentType();
        if (employment != null) {
            posting.put("employmentType", employment.schemaOrgName());
        }
        posting.put("hiringOrganization", typed("Organization", "name", page.employer()));
        var place = placeOf(listing);
        if (content.workplace() == Workplace.REMOTE) {
            posting.put("jobLocationType", "TELECOMMUTE");
            remoteWithin(listing)
                    .ifPresent(country ->
                            posting.put("applicantLocationRequirements", typed("Country", "name", country.name())));
        } else {
            place.ifPresent(where -> posting.put("jobLocation", typed("Place", "address", address(where))));
        }
        content.pay().ifPresent(pay -> posting.put("baseSalary", salary(pay)));
        if (content.clearanceStated() && content.clearance().level() != null) {
            posting.put("securityClearanceRequirement", page.badge().label());
        }
        if (content.openings() > 1) {
            posting.put("totalJobOpenings", content.openings());
        }
        posting.put("directApply", false);
        return data.block(posting);
    }

    /**
     * Where somebody who works remotely has to be, which Google wants to be told: the country of the place near which the
     * work is, else the one that grants the clearance. Empty for work that is not remote.
     */
    Optional<Country> remoteWithin(ListingView listing) {
        if (listing.content().workplace() != Workplace.REMOTE) {
            return Optional.empty();
        }
        String code = placeOf(listing)
                .map(Place::country)
                .orElseGet(() -> grantedBy(listing.content().clearance().level()));
        return Optional.of(Country.of(code));
    }

    private static String grantedBy(@org.jspecify.annotations.Nullable LevelCode level) {
        String scheme = level == null ? "" : level.value().replaceFirst("\\..*", "");
        return switch (scheme) {
            case "uk" -> "GB";
            case "australia" -> "AU";
            case "canada" -> "CA";
            default -> "US";
        };
    }

    private Optional<Place> placeOf(ListingView listing) {
        var place = listing.content().place();
        return place == null ? Optional.empty() : gazetteer.byId(place.id());
    }

    private static Map<String, Object> address(Place place) {
        Map<String, Object> address = typed("PostalAddress", "addressLocality", place.name());
        if (place.region() != null) {
            address.put("addressRegion", place.region());
        }
        if (place.postcode() != null) {
            address.put("postalCode", place.postcode());
        }
        address.put("addressCountry", place.country());
        return address;
    }

    private static Map<String, Object> salary(Pay pay) {
        Map<String, Object> value = typed("QuantitativeValue", "minValue", BigDecimal.valueOf(pay.min(), 2));
        value.put("maxValue", BigDecimal.valueOf(pay.max(), 2));
        value.put("unitText", pay.period() == PayPeriod.HOUR ? "HOUR" : "YEAR");
        return typed("MonetaryAmount", "currency", pay.currency().getCurrencyCode(), "value", value);
    }

    private static Map<String, Object> typed(String type, Object... namesAndValues) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        for (int at = 0; at < namesAndValues.length; at += 2) {
            thing.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return thing;
    }
}
