package net.gatepost.job.api;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceRequirement.Importance;
import net.gatepost.job.CloseReason;
import net.gatepost.job.ListingDraft;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.PublicationRules;
import net.gatepost.job.web.JobsRequests;
import net.gatepost.job.web.ListingForm;
import net.gatepost.job.web.ListingForms;
import net.gatepost.web.Problem;
import net.gatepost.web.Problem.Wrong;
import net.gatepost.web.Refused;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Validator;

/**
 * Reads listings that programs send, and writes those they ask for. They are read as the form of the hiring desk is, so that
 * both have the same limits, choices and words.
 */
@Component
class ListingJsons {

    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/#-]{0,63}");

    /** A number that no amount of money is written with. */
    private static final int MOST_DIGITS = 20;

    /** Where in the JSON a field of the form is. */
    private static final Map<String, String> POINTERS = Map.ofEntries(
            Map.entry("employmentType", "/employment"),
            Map.entry("level", "/clearance/level"),
            Map.entry("accesses", "/clearance/accesses"),
            Map.entry("polygraph", "/clearance/polygraph"),
            Map.entry("importance", "/clearance/required"),
            Map.entry("interimAccepted", "/clearance/interimAccepted"),
            Map.entry("willSponsor", "/clearance/sponsored"),
            Map.entry("citizensOnly", "/citizensOnly/required"),
            Map.entry("citizensOnlyBasis", "/citizensOnly/basis"),
            Map.entry("payMin", "/pay/min"),
            Map.entry("payMax", "/pay/max"),
            Map.entry("payCurrency", "/pay/currency"),
            Map.entry("payPeriod", "/pay/period"),
            Map.entry("applyBy", "/apply/by"),
            Map.entry("applyTo", "/apply/to"),
            Map.entry("client", "/client/name"),
            Map.entry("clientWithheld", "/client/withheld"));

    private final ListingForms forms;
    private final Validator validator;
    private final MessageSource messages;
    private final SiteAddress site;

    ListingJsons(ListingForms forms, Validator validator, MessageSource messages, SiteAddress site) {
        this.forms = forms;
        this.validator = validator;
        this.messages = messages;
        this.site = site;
    }

    /**
     * @param before the listing as it is kept; null where it is new
     * @throws Refused that names all that is wrong
     */
    ListingDraft read(ListingJson sent, @Nullable ListingView before) {
        var form = form(sent);
        var errors = new BeanPropertyBindingResult(form, "form");
        validator.validate(form, errors);
        var draft = forms.read(form, before, errors);
        List<Wrong> wrong = new ArrayList<>();
        errors.getFieldErrors()
                .forEach(error ->
                        wrong.add(Wrong.at(pointer(error.getField()), messages.getMessage(error, Locale.ENGLISH))));
        if (before != null) {
            addUnchangeable(sent, before, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Refused(
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid").with(wrong));
        }
        return draft;
    }

    /** The number of a new listing; null where it has none. */
    @Nullable
    String reference(ListingJson sent) {
        String reference = sent.reference() == null ? "" : sent.reference().strip();
        if (!reference.isEmpty() && !REFERENCE.matcher(reference).matches()) {
            throw invalid("/reference", "api.listing.reference.unreadable");
        }
        return reference.isEmpty() ? null : reference;
    }

    CloseReason closeReason(ListingJson.Closure sent) {
        String reason = sent.reason() == null ? "" : constant(sent.reason());
        for (var known : CloseReason.values()) {
            if (known.name().equals(reason)) {
                return known;
            }
        }
        throw invalid("/reason", "api.listing.reason.unknown");
    }

    Refused notPublishable(List<PublicationRules.Problem> problems) {
        return new Refused(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-publishable")
                .with(problems.stream()
                        .map(problem -> Wrong.at(pointer(problem.field()), text(problem.messageKey())))
                        .toList()));
    }

    ListingJson.Kept write(ListingView listing) {
        boolean shown = listing.state() != ListingState.DRAFT;
        return new ListingJson.Kept(
                listing.id(),
                listing.version(),
                JobsRequests.lower(listing.state()),
                shown ? site.link(listing.path()) : null,
                listing.createdAt(),
                listing.changedAt(),
                listing.postedAt(),
                listing.confirmedAt(),
                listing.endsAt(),
                listing.closedAt(),
                JobJsons.lower(listing.closeReason()),
                content(listing));
    }

    private static ListingJson content(ListingView listing) {
        var content = listing.content();
        var needed = content.clearance();
        var level = needed.level();
        var client = content.client();
        return new ListingJson(
                listing.reference(),
                content.title(),
                content.description(),
                content.place() == null ? null : content.place().label(),
                JobJsons.lower(content.workplace()),
                JobJsons.lower(content.employmentType()),
                new ListingJson.Clearance(
                        level != null ? level.value() : content.clearanceStated() ? ListingForm.NO_CLEARANCE : null,
                        needed.accesses().stream().map(Access::code).toList(),
                        JobsRequests.lower(needed.polygraph()),
                        !needed.isPreferred(),
                        needed.interimAccepted(),
                        needed.willSponsor()),
                new ListingJson.CitizensOnly(content.citizensOnly(), content.citizensOnlyBasis()),
                new ListingJson.Pay(
                        amount(content.payMin()),
                        amount(content.payMax()),
                        content.payCurrency().getCurrencyCode(),
                        JobsRequests.lower(content.payPeriod())),
                content.openings(),
                content.contingent(),
                new ListingJson.Apply(JobsRequests.lower(content.applyBy()), content.applyTo()),
                content.questions(),
                client == null ? null : new ListingJson.Client(client.name(), client.name() == null),
                content.ends() == null ? null : content.ends().toString(),
                null);
    }

    private void addUnchangeable(ListingJson sent, ListingView before, List<Wrong> wrong) {
        if (sent.reference() != null && !sent.reference().strip().equals(requireNonNullElse(before.reference(), ""))) {
            wrong.add(Wrong.at("/reference", text("api.listing.reference.fixed")));
        }
        if (sent.publish() != null) {
            wrong.add(Wrong.at("/publish", text("api.listing.publish.elsewhere")));
        }
    }

    private static ListingForm form(ListingJson sent) {
        var clearance =
                requireNonNullElse(sent.clearance(), new ListingJson.Clearance(null, null, null, null, null, null));
        var citizens = requireNonNullElse(sent.citizensOnly(), new ListingJson.CitizensOnly(null, null));
        var pay = requireNonNullElse(sent.pay(), new ListingJson.Pay(null, null, null, null));
        var apply = requireNonNullElse(sent.apply(), new ListingJson.Apply(null, null));
        var client = requireNonNullElse(sent.client(), new ListingJson.Client(null, null));
        return new ListingForm(
                "",
                "",
                "",
                text(sent.title(), ""),
                text(sent.place(), ""),
                constant(text(sent.workplace(), "")),
                constant(text(sent.employment(), "")),
                text(clearance.level(), ""),
                list(clearance.accesses()).stream().map(ListingJsons::constant).toList(),
                constant(text(clearance.polygraph(), "")),
                clearance.interimAccepted(),
                clearance.sponsored(),
                Boolean.FALSE.equals(clearance.required()) ? Importance.PREFERRED.name() : "",
                citizens.required(),
                text(citizens.basis(), ""),
                amount(pay.min()),
                amount(pay.max()),
                text(pay.currency(), ""),
                constant(text(pay.period(), "")),
                sent.openings() == null ? "" : sent.openings().toString(),
                sent.contingent(),
                text(sent.description(), ""),
                constant(text(apply.by(), "")),
                text(apply.to(), ""),
                String.join(
                        "\n",
                        list(sent.questions()).stream().map(ListingJsons::line).toList()),
                text(client.name(), ""),
                client.withheld(),
                text(sent.ends(), ""));
    }

    private static String pointer(String field) {
        return POINTERS.getOrDefault(field, "/" + field);
    }

    private static List<String> list(@Nullable List<@Nullable String> sent) {
        return sent == null
                ? List.of()
                : sent.stream().map(each -> text(each, "")).toList();
    }

    private static String text(@Nullable String sent, String otherwise) {
        return sent == null ? otherwise : sent;
    }

    /** A question is one line of the form. */
    private static String line(String question) {
        return question.replaceAll("\\R", " ");
    }

    /** {@code full-scope} is FULL_SCOPE; what is no constant's name stays none. */
    private static String constant(String sent) {
        return sent.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String amount(@Nullable BigDecimal sent) {
        if (sent == null) {
            return "";
        }
        // Written out, 1e999999999 would be a thousand million digits.
        boolean sane = Math.abs((long) sent.scale()) <= MOST_DIGITS && sent.precision() <= MOST_DIGITS;
        return sane ? sent.stripTrailingZeros().toPlainString() : "too much";
    }

    private static @Nullable BigDecimal amount(@Nullable Long minor) {
        return minor == null ? null : JobJsons.amount(minor);
    }

    private Refused invalid(String pointer, String key) {
        return new Refused(
                Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid").with(Wrong.at(pointer, text(key))));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
