package net.gatepost.job.web;

import static net.gatepost.job.web.ListingForm.yes;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.ClearanceRequirement.Importance;
import net.gatepost.clearance.LevelCode;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.Client;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.ListingDraft;
import net.gatepost.job.ListingPlace;
import net.gatepost.job.ListingView;
import net.gatepost.job.Pay;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import net.gatepost.place.Gazetteer;
import net.gatepost.place.Place;
import net.gatepost.place.PlaceMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Fills a form from a listing, and reads one: what was typed that means nothing becomes an error beside its field. */
@Component
public class ListingForms {

    private static final String CHOICE = "listing.choice";

    private final ClearanceCatalogue catalogue;
    private final Gazetteer gazetteer = Gazetteer.shipped();

    ListingForms(ClearanceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** An empty form, with what most listings say chosen. */
    ListingForm blank(UUID employer, UUID submission, LocalDate ends) {
        return form(
                employer.toString(),
                submission.toString(),
                "",
                new ListingDraft(
                        "",
                        null,
                        null,
                        Workplace.ON_SITE,
                        EmploymentType.FULL_TIME,
                        false,
                        ClearanceRequirement.none(),
                        false,
                        null,
                        null,
                        null,
                        Pay.USD,
                        PayPeriod.YEAR,
                        1,
                        false,
                        ApplyBy.GATEPOST,
                        null,
                        ends));
    }

    /** For a new listing that says the same as another. */
    ListingForm copy(ListingView listing, UUID submission, LocalDate ends) {
        return form(
                listing.employerId().toString(),
                submission.toString(),
                "",
                listing.content().ending(ends));
    }

    ListingForm of(ListingView listing) {
        return form("", "", String.valueOf(listing.version()), listing.content());
    }

    /** The form as it was understood, so that it differs from a stored version in what it says and not in how it is typed. */
    ListingForm understood(ListingForm typed, ListingDraft draft) {
        return form(typed.employer(), typed.submission(), typed.version(), draft);
    }

    private static ListingForm form(String employer, String submission, String version, ListingDraft content) {
        var place = content.place();
        var clearance = content.clearance();
        var level = clearance.level();
        return new ListingForm(
                employer,
                submission,
                version,
                content.title(),
                place == null ? "" : place.label(),
                name(content.workplace()),
                name(content.employmentType()),
                level != null ? level.value() : content.clearanceStated() ? ListingForm.NO_CLEARANCE : "",
                clearance.accesses().stream().map(Enum::name).toList(),
                clearance.polygraph().name(),
                clearance.interimAccepted(),
                clearance.willSponsor(),
                clearance.importance().name(),
                content.citizensOnly(),
                text(content.citizensOnlyBasis()),
                amount(content.payMin()),
                amount(content.payMax()),
                content.payCurrency().getCurrencyCode(),
                content.payPeriod().name(),
                String.valueOf(content.openings()),
                content.contingent(),
                text(content.description()),
                content.applyBy().name(),
                text(content.applyTo()),
                String.join("\n", content.questions()),
                content.client() == null ? "" : text(content.client().name()),
                content.client() != null && content.client().name() == null,
                content.ends() == null ? "" : content.ends().toString());
    }

    /**
     * What the form says. With errors, the result lacks what they are about and is not to be stored.
     *
     * @param before the listing as stored: its place stays as it was while its label is not touched
     */
    public ListingDraft read(ListingForm form, @Nullable ListingView before, Errors errors) {
        boolean stated = !form.level().isEmpty();
        return new ListingDraft(
                form.title(),
                orNull(form.description()),
                place(form, before, errors),
                choice(Workplace.class, "workplace", form.workplace(), null, errors),
                choice(EmploymentType.class, "employmentType", form.employmentType(), null, errors),
                stated,
                clearance(form, errors),
                yes(form.citizensOnly()),
                orNull(form.citizensOnlyBasis()),
                amount("payMin", form.payMin(), errors),
                amount("payMax", form.payMax(), errors),
                currency(form, errors),
                chosen(PayPeriod.class, "payPeriod", form.payPeriod(), PayPeriod.YEAR, errors),
                openings(form, errors),
                yes(form.contingent()),
                chosen(ApplyBy.class, "applyBy", form.applyBy(), ApplyBy.GATEPOST, errors),
                orNull(form.applyTo()),
                questions(form, errors),
                client(form),
                ends(form, errors));
    }

    /** The day that was typed, or null where none was. */
    static @Nullable LocalDate ends(ListingForm form, Errors errors) {
        if (form.ends().isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(form.ends());
            if (day.getYear() >= 2000 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // said below
        }
        errors.rejectValue("ends", "listing.ends.unreadable");
        return null;
    }

    /** A name counts, even beside the box that says there is none: it was typed. */
    private static @Nullable Client client(ListingForm form) {
        if (!form.client().isEmpty()) {
            return new Client(form.client());
        }
        return yes(form.clientWithheld()) ? Client.UNNAMED : null;
    }

    private static List<String> questions(ListingForm form, Errors errors) {
        var asked = form.questions()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (asked.size() > ListingDraft.MOST_QUESTIONS) {
            errors.rejectValue("questions", "listing.questions.many");
        } else if (asked.stream().anyMatch(question -> question.length() > ListingDraft.LONGEST_QUESTION)) {
            errors.rejectValue("questions", "listing.questions.long");
        }
        return asked;
    }

    private ClearanceRequirement clearance(ListingForm form, Errors errors) {
        var code = form.level().isEmpty() || form.level().equals(ListingForm.NO_CLEARANCE)
                ? null
                : new LevelCode(form.level());
        if (code != null && catalogue.level(code).isEmpty()) {
            errors.rejectValue("level", CHOICE);
            code = null;
        }
        var accesses = EnumSet.noneOf(Access.class);
        for (var typed : form.accesses()) {
            var access = choice(Access.class, "accesses", typed, null, errors);
            if (access != null) {
                accesses.add(access);
            }
        }
        return new ClearanceRequirement(
                code,
                accesses,
                chosen(PolygraphRequirement.class, "polygraph", form.polygraph(), PolygraphRequirement.NONE, errors),
                yes(form.interimAccepted()),
                yes(form.willSponsor()),
                chosen(Importance.class, "importance", form.importance(), Importance.REQUIRED, errors));
    }

    private @Nullable ListingPlace place(ListingForm form, @Nullable ListingView before, Errors errors) {
        if (form.place().isEmpty()) {
            return null;
        }
        var stored = before == null ? null : before.content().place();
        if (stored != null && stored.label().equals(form.place())) {
            return stored;
        }
        PlaceMatch match = gazetteer.find(form.place());
        Optional<Place> exact = match.exact();
        if (exact.isEmpty()) {
            var candidates = match.candidates().stream().map(Place::label).collect(Collectors.joining("; "));
            errors.rejectValue(
                    "place",
                    candidates.isEmpty() ? "listing.place.unknown" : "listing.place.ambiguous",
                    new Object[] {candidates},
                    null);
        }
        return exact.map(ListingPlace::of).orElse(null);
    }

    private static @Nullable Long amount(String field, String typed, Errors errors) {
        if (typed.isEmpty()) {
            return null;
        }
        var amount = Pay.parseAmount(typed);
        if (amount.isEmpty()) {
            errors.rejectValue(field, "listing.pay.unreadable");
        }
        return amount.orElse(null);
    }

    private static Currency currency(ListingForm form, Errors errors) {
        if (form.payCurrency().isEmpty()) {
            return Pay.USD;
        }
        var currency = Pay.CURRENCIES.stream()
                .filter(known -> known.getCurrencyCode().equals(form.payCurrency()))
                .findFirst();
        if (currency.isEmpty()) {
            errors.rejectValue("payCurrency", CHOICE);
        }
        return currency.orElse(Pay.USD);
    }

    private static int openings(ListingForm form, Errors errors) {
        if (form.openings().isEmpty()) {
            return 1;
        }
        if (form.openings().matches("[0-9]{1,3}") && !form.openings().matches("0+")) {
            return Integer.parseInt(form.openings());
        }
        errors.rejectValue("openings", "listing.openings.unreadable");
        return 1;
    }

    private static <E extends Enum<E>> E chosen(Class<E> type, String field, String typed, E otherwise, Errors errors) {
        var choice = choice(type, field, typed, otherwise, errors);
        return choice == null ? otherwise : choice;
    }

    private static <E extends Enum<E>> @Nullable E choice(
            Class<E> type, String field, String typed, @Nullable E otherwise, Errors errors) {
        if (typed.isEmpty()) {
            return otherwise;
        }
        var choice = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(typed))
                .findFirst();
        if (choice.isEmpty()) {
            errors.rejectValue(field, CHOICE);
        }
        return choice.orElse(otherwise);
    }

    private static String name(@Nullable Enum<?> choice) {
        return choice == null ? "" : choice.name();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String amount(@Nullable Long minor) {
        return minor == null ? "" : Pay.formatAmount(minor);
    }

    private static @Nullable String orNull(String typed) {
        return typed.isEmpty() ? null : typed;
    }
}
