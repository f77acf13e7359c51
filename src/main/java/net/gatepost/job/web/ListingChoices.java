package net.gatepost.job.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.ClearanceLevel;
import net.gatepost.clearance.ClearanceRequirement.Importance;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.CloseReason;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Pay;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the form of a listing lets one choose from: value to words, in order. */
@Component
class ListingChoices {

    private final MessageSource messages;
    private final ClearanceCatalogue catalogue;

    ListingChoices(MessageSource messages, ClearanceCatalogue catalogue) {
        this.messages = messages;
        this.catalogue = catalogue;
    }

    public Map<String, String> getWorkplaces() {
        return named(Workplace.values(), Workplace::messageKey);
    }

    public Map<String, String> getEmploymentTypes() {
        return named(EmploymentType.values(), EmploymentType::messageKey);
    }

    public Map<String, String> getNoLevel() {
        return Map.of(ListingForm.NO_CLEARANCE, text("listing.level.none"));
    }

    /** By scheme. */
    public Map<String, Map<String, String>> getLevels() {
        var groups = new LinkedHashMap<String, Map<String, String>>();
        for (var scheme : catalogue.schemes()) {
            var levels = new LinkedHashMap<String, String>();
            for (ClearanceLevel level : scheme.levels()) {
                levels.put(level.code().value(), level.name());
            }
            groups.put(scheme.name(), levels);
        }
        return groups;
    }

    public Map<String, String> getAccesses() {
        return named(Access.values(), access -> "listing.access." + access.name());
    }

    public Map<String, String> getPolygraphs() {
        return named(PolygraphRequirement.values(), polygraph -> "listing.polygraph." + polygraph.name());
    }

    public Map<String, String> getImportances() {
        return named(Importance.values(), importance -> "listing.importance." + importance.name());
    }

    public Map<String, String> getCurrencies() {
        var currencies = new LinkedHashMap<String, String>();
        Pay.CURRENCIES.forEach(currency -> currencies.put(currency.getCurrencyCode(), currency.getCurrencyCode()));
        return currencies;
    }

    public Map<String, String> getPayPeriods() {
        return named(PayPeriod.values(), PayPeriod::messageKey);
    }

    public Map<String, String> getWaysToApply() {
        return named(ApplyBy.values(), ApplyBy::messageKey);
    }

    public Map<String, String> getCloseReasons() {
        return named(CloseReason.values(), CloseReason::messageKey);
    }

    /** A field's value in the words of its choice; what was typed where it is not one. */
    String label(String field, Object value) {
        var choices = switch (field) {
            case "workplace" -> getWorkplaces();
            case "employmentType" -> getEmploymentTypes();
            case "level" -> levelNames();
            case "accesses" -> getAccesses();
            case "polygraph" -> getPolygraphs();
            case "importance" -> getImportances();
            case "payPeriod" -> getPayPeriods();
            case "applyBy" -> getWaysToApply();
            default -> Map.<String, String>of();
        };
        if (value instanceof List<?> values) {
            return String.join(
                    ", ", values.stream().map(each -> label(field, each)).toList());
        }
        if (value instanceof Boolean ticked) {
            return text(ticked ? "listing.conflict.yes" : "listing.conflict.no");
        }
        String typed = value.toString();
        return choices.getOrDefault(typed, typed);
    }

    private Map<String, String> levelNames() {
        var names = new LinkedHashMap<>(getNoLevel());
        getLevels().values().forEach(names::putAll);
        return names;
    }

    private <E extends Enum<E>> Map<String, String> named(E[] values, Function<E, String> key) {
        var names = new LinkedHashMap<String, String>();
        Arrays.stream(values).forEach(value -> names.put(value.name(), text(key.apply(value))));
        return names;
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.US);
    }
}
