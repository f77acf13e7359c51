package net.gatepost.candidate.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import net.gatepost.candidate.Personal;
import net.gatepost.employer.Domain;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

record PersonalForm(
        @Nullable String citizenship,
        @Nullable String secondCitizenship,

        @Size(max = 40, message = "{candidate.problem.long}")
        @Pattern(
                regexp = "\\s*|\\s*\\+?(?:[\\s()./-]{0,3}\\d){6,15}(?:\\s?(?:x|ext\\.?)\\s?\\d{1,6})?\\s*",
                message = "{candidate.personal.phone.wrong}")
        @Nullable
        String phone,

        @Size(max = 120, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.ONE_LINE, message = "{candidate.problem.control}")
        @Nullable
        String employerName,

        @Size(max = 253, message = "{candidate.problem.long}") @Nullable
        String employerDomain)
        implements RowForm<Personal> {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static PersonalForm from(Personal personal) {
        return new PersonalForm(
                personal.citizenship(),
                personal.secondCitizenship(),
                personal.phone(),
                personal.employerName(),
                personal.employerDomain());
    }

    @Override
    public void check(Errors errors, LocalDate today) {
        checkCountry(errors, "citizenship", citizenship);
        checkCountry(errors, "secondCitizenship", secondCitizenship);
        String second = Typed.text(secondCitizenship);
        if (second != null && (Typed.text(citizenship) == null || second.equals(citizenship))) {
            errors.rejectValue("secondCitizenship", "candidate.personal.second.wrong");
        }
        String domain = Typed.text(employerDomain);
        if (domain != null && Domain.parse(domain).isEmpty()) {
            errors.rejectValue("employerDomain", "candidate.personal.domain.wrong");
        }
        if (domain != null && Typed.text(employerName) == null) {
            errors.rejectValue("employerName", "candidate.personal.employer.missing");
        }
    }

    @Override
    public Personal content() {
        String domain = Typed.text(employerDomain);
        return new Personal(
                Typed.text(citizenship),
                Typed.text(secondCitizenship),
                Typed.text(phone),
                Typed.text(employerName),
                domain == null ? null : Domain.parse(domain).map(Domain::value).orElse(null));
    }

    private static void checkCountry(Errors errors, String field, @Nullable String code) {
        if (Typed.text(code) != null && !COUNTRIES.contains(code)) {
            errors.rejectValue(field, "candidate.problem.choice");
        }
    }

    /** Withheld: a form may end up in a log line. */
    @Override
    public String toString() {
        return "PersonalForm[withheld]";
    }
}
