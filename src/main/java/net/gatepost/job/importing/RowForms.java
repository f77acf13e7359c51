package net.gatepost.job.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.ClearanceWording;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.ListingDates;
import net.gatepost.job.ListingDraft;
import net.gatepost.job.ListingView;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.PublicationRules;
import net.gatepost.job.Workplace;
import net.gatepost.job.web.ListingForm;
import net.gatepost.job.web.ListingForms;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Validator;

/** Makes of a row what a recruiter would have typed, so that it is judged in the same way. */
@Component
class RowForms {

    /** "$80,000 - $100,000 a year", "£45 to £60 per hour", "120,000". */
    private static final Pattern SALARY = Pattern.compile("(?<sign>[$£€])?\\s*(?<min>\\d[\\d,.]*)(?<minK>[kK])?\\s*"
            + "(?:(?:-|–|—|to)\\s*[$£€]?\\s*(?<max>\\d[\\d,.]*)(?<maxK>[kK])?)?\\s*(?<code>[A-Z]{3})?\\s*(?<unit>.*)");

    private static final Pattern A_YEAR =
            Pattern.compile("(?:(?:per|an?|/)\\s*)?(?:year|yr|annum|annually|annual|yearly)\\.?|p\\.?a\\.?");
    private static final Pattern AN_HOUR = Pattern.compile("(?:(?:per|an?|/)\\s*)?(?:hour|hr|hourly)\\.?");

    private final ListingForms forms;
    private final Validator validator;
    private final MessageSource messages;
    private final ClearanceWording wording = ClearanceWording.shipped();

    RowForms(ListingForms forms, Validator validator, MessageSource messages) {
        this.forms = forms;
        this.validator = validator;
        this.messages = messages;
    }

    /**
     * What a row means.
     *
     * @param draft null where something is wrong
     * @param problems a sentence each
     */
    record Meant(@Nullable ListingDraft draft, List<String> problems) {}

    /** @param before the listing that has the row's reference already */
    Meant read(FeedRow row, @Nullable ListingView before, Instant now) {
        var problems = new ArrayList<String>();
        var clearance = clearance(row, problems);
        var form = form(row, clearance, problems);
        var errors = new BeanPropertyBindingResult(form, "form");
        validator.validate(form, errors);
        var draft = forms.read(form, before, errors);
        errors.getFieldErrors().forEach(error -> problems.add(messages.getMessage(error, Locale.ENGLISH)));
        if (!problems.isEmpty()) {
            return new Meant(null, List.copyOf(problems));
        }
        return new Meant(draft.ends() == null ? draft.ending(end(draft, before, now)) : draft, List.of());
    }

    /** A feed that names no last day says by naming the job that it stands: it is shown on, and never for long at once. */
    private static LocalDate end(ListingDraft draft, @Nullable ListingView before, Instant now) {
        var zone = ListingDates.zoneOf(draft.place());
        var stands = before == null ? null : before.content().ends();
        return stands != null && stands.isAfter(ListingDates.today(zone, now).plusDays(7))
                ? stands
                : ListingDates.defaultEnd(zone, now);
    }

    private @Nullable ClearanceRequirement clearance(FeedRow row, List<String> problems) {
        String words = row.get(Field.CLEARANCE);
        if (words.isEmpty()) {
            var category = wording.read(row.get(Field.CATEGORY));
            if (category.isEmpty()) {
                problems.add(text("import.row.clearance.missing"));
            }
            return category.orElse(null);
        }
        return wording.read(words).orElseGet(() -> {
            problems.add(text("import.row.clearance.unknown", words));
            return null;
        });
    }

    private ListingForm form(FeedRow row, @Nullable ClearanceRequirement clearance, List<String> problems) {
        var needed = clearance == null ? ClearanceRequirement.none() : clearance;
        var level = needed.level();
        var pay = pay(row, problems);
        String mail = row.get(Field.APPLY_EMAIL);
        String url = row.get(Field.APPLY_URL);
        var by = !mail.isEmpty() ? ApplyBy.EMAIL : url.isEmpty() ? ApplyBy.GATEPOST : ApplyBy.URL;
        return new ListingForm(
                "",
                "",
                "",
                HtmlText.toMarkdown(row.get(Field.TITLE)).replaceAll("\\s+", " "),
                place(row),
                workplace(row, problems),
                employment(row, problems),
                level == null ? ListingForm.NO_CLEARANCE : level.value(),
                needed.accesses().stream().map(Enum::name).toList(),
                needed.polygraph().name(),
                needed.interimAccepted(),
                needed.willSponsor(),
                needed.importance().name(),
                yes(row.get(Field.CITIZENS_ONLY)),
                row.get(Field.CITIZENS_ONLY_BASIS),
                pay.min(),
                pay.max(),
                pay.currency(),
                pay.period(),
                row.get(Field.OPENINGS),
                yes(row.get(Field.CONTINGENT)),
                HtmlText.toMarkdown(row.get(Field.DESCRIPTION)),
                by.name(),
                by == ApplyBy.EMAIL ? mail : url,
                "",
                row.get(Field.CLIENT),
                false,
                ends(row.get(Field.ENDS), problems));
    }

    private static String place(FeedRow row) {
        String whole = row.get(Field.PLACE);
        if (!whole.isEmpty()) {
            return whole;
        }
        String city = row.get(Field.CITY);
        String state = row.get(Field.STATE);
        String country = row.get(Field.COUNTRY);
        if (city.isEmpty()) {
            return row.get(Field.POSTCODE);
        }
        boolean abroad = !country.isEmpty() && !country.toUpperCase(Locale.ROOT).matches("US|USA|UNITED STATES");
        String region = abroad || state.isEmpty() ? countryName(country) : state;
        return region.isEmpty() ? city : city + ", " + region;
    }

    private static String countryName(String country) {
        return country.length() == 2
                ? new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.US)
                : country;
    }

    private String workplace(FeedRow row, List<String> problems) {
        String plain = row.get(Field.WORKPLACE).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        var found = switch (plain) {
            case "", "onsite", "inoffice", "office", "no" -> Workplace.ON_SITE;
            case "remote", "fullyremote", "wfh", "telework", "yes" -> Workplace.REMOTE;
            case "hybrid", "hybridremote", "partlyremote" -> Workplace.HYBRID;
            default -> null;
        };
        if (found == null) {
            problems.add(text("import.row.unknown", Field.WORKPLACE.mainName(), row.get(Field.WORKPLACE)));
            return "";
        }
        return found.name();
    }

    private String employment(FeedRow row, List<String> problems) {
        String plain = row.get(Field.EMPLOYMENT).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        var found = switch (plain) {
            case "", "fulltime", "permanent", "regular" -> EmploymentType.FULL_TIME;
            case "parttime" -> EmploymentType.PART_TIME;
            case "contract", "contractor", "ctohire" -> EmploymentType.CONTRACT;
            case "temporary", "temp", "seasonal" -> EmploymentType.TEMPORARY;
            case "intern", "internship", "apprenticeship" -> EmploymentType.INTERN;
            case "perdiem" -> EmploymentType.PER_DIEM;
            default -> null;
        };
        if (found == null) {
            problems.add(text("import.row.unknown", Field.EMPLOYMENT.mainName(), row.get(Field.EMPLOYMENT)));
            return "";
        }
        return found.name();
    }

    private record PayWords(String min, String max, String currency, String period) {

        static final PayWords NONE = new PayWords("", "", "", PayPeriod.YEAR.name());
    }

    /** By columns of its own, or else in words; words that say something else ("competitive", "a month") say no pay. */
    private PayWords pay(FeedRow row, List<String> problems) {
        String min = row.get(Field.PAY_MIN);
        String max = row.get(Field.PAY_MAX);
        if (!min.isEmpty() || !max.isEmpty()) {
            return new PayWords(min, max, row.get(Field.PAY_CURRENCY), period(row.get(Field.PAY_PERIOD), problems));
        }
        var words = SALARY.matcher(row.get(Field.SALARY).strip());
        if (!words.matches()) {
            return PayWords.NONE;
        }
        boolean thousands = words.group("minK") != null || words.group("maxK") != null;
        String from = amount(words.group("min"), thousands);
        String to = words.group("max") == null ? from : amount(words.group("max"), words.group("maxK") != null);
        String unit = words.group("unit").strip().toLowerCase(Locale.ROOT);
        if (AN_HOUR.matcher(unit).matches() || unit.isEmpty() && isSmall(from)) {
            return new PayWords(from, to, currency(words), PayPeriod.HOUR.name());
        }
        return unit.isEmpty() || A_YEAR.matcher(unit).matches()
                ? new PayWords(from, to, currency(words), PayPeriod.YEAR.name())
                : PayWords.NONE;
    }

    private static String amount(String digits, boolean thousands) {
        if (!thousands) {
            return digits;
        }
        return digits.matches("\\d{1,4}") ? digits + "000" : digits + "k"; // the form says that it can't be read
    }

    private static String currency(Matcher words) {
        if (words.group("code") != null) {
            return words.group("code");
        }
        return Optional.ofNullable(words.group("sign"))
                .map(sign -> sign.equals("£") ? "GBP" : sign.equals("€") ? "EUR" : "USD")
                .orElse("");
    }

    private static boolean isSmall(String amount) {
        try {
            return new BigDecimal(amount.replace(",", "")).compareTo(BigDecimal.valueOf(500)) < 0;
        } catch (NumberFormatException nonsense) {
            return false; // the form says so
        }
    }

    private String period(String typed, List<String> problems) {
        String plain = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return switch (plain) {
            case "", "year", "yearly", "annual", "annually", "peryear", "yr" -> PayPeriod.YEAR.name();
            case "hour", "hourly", "perhour", "hr" -> PayPeriod.HOUR.name();
            default -> {
                problems.add(text("import.row.unknown", Field.PAY_PERIOD.mainName(), typed));
                yield "";
            }
        };
    }

    /** A day, or a moment as RFC 1123 or ISO 8601 write it. */
    private String ends(String typed, List<String> problems) {
        if (typed.isEmpty() || typed.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return typed;
        }
        for (var way : List.of(DateTimeFormatter.RFC_1123_DATE_TIME, DateTimeFormatter.ISO_OFFSET_DATE_TIME)) {
            try {
                return ZonedDateTime.parse(typed, way)
                        .withZoneSameInstant(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString();
            } catch (DateTimeParseException another) {
                continue;
            }
        }
        problems.add(text("import.row.unknown", Field.ENDS.mainName(), typed));
        return "";
    }

    private static boolean yes(String typed) {
        return typed.toLowerCase(Locale.ROOT).matches("yes|true|1|y");
    }

    /** What keeps a draft from being published, as sentences. */
    List<String> told(List<PublicationRules.Problem> problems) {
        return problems.stream().map(problem -> text(problem.messageKey())).toList();
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
