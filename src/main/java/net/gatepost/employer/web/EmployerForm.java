package net.gatepost.employer.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import net.gatepost.employer.AlreadyRegistered;
import net.gatepost.employer.CageCode;
import net.gatepost.employer.Domain;
import net.gatepost.employer.EmployerDraft;
import net.gatepost.employer.EmployerRegistrations;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.FreeMail;
import net.gatepost.employer.UniqueEntityId;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * What a member types about an employer.
 *
 * @param version of the employer that the form was filled from; null on the form for a new one
 */
record EmployerForm(
        @NotBlank(message = "{employer.name.missing}")
        @Size(max = 150, message = "{employer.name.long}")
        @Pattern(regexp = ONE_LINE, message = "{employer.characters}")
        @Nullable
        String name,

        @NotBlank(message = "{employer.domain.missing}") @Nullable
        String domain,

        @Nullable String cage,

        @Nullable String uei,

        @Size(max = 300, message = "{employer.website.long}") @Nullable
        String website,

        @NotBlank(message = "{employer.description.missing}")
        @Size(max = 4000, message = "{employer.description.long}")
        @Pattern(regexp = LINES, message = "{employer.characters}")
        @Nullable
        String description,

        @Size(max = 400, message = "{employer.address.long}")
        @Pattern(regexp = LINES, message = "{employer.characters}")
        @Nullable
        String address,

        @Nullable Boolean staffing,

        @Size(max = EmployerRegistrations.LONGEST_NOTE, message = "{employer.note.long}")
        @Pattern(regexp = LINES, message = "{employer.characters}")
        @Nullable
        String note,

        @Nullable Long version) {

    /** No control characters, and none that turn the direction of what follows. */
    static final String ONE_LINE = "[^\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]*";

    static final String LINES = "[[^\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]\\r\\n\\t]*";

    static EmployerForm empty() {
        return new EmployerForm(null, null, null, null, null, null, null, null, null, null);
    }

    static EmployerForm from(EmployerView employer) {
        return new EmployerForm(
                employer.name(),
                employer.domain(),
                employer.cage(),
                employer.uei(),
                employer.website(),
                employer.description(),
                employer.address(),
                employer.staffing(),
                null,
                employer.version());
    }

    /** What was typed as values of the domain; empty if that can't be, and then {@code errors} says why. */
    Optional<EmployerDraft> toDraft(Errors errors) {
        var readDomain = read("domain", domain, Domain::parse, errors);
        var readCage = read("cage", cage, CageCode::parse, errors);
        var readUei = read("uei", uei, UniqueEntityId::parse, errors);
        var readWebsite = read("website", website, EmployerForm::webAddress, errors);
        if (readDomain != null && FreeMail.isAt(readDomain)) {
            errors.rejectValue("domain", "employer.domain.free");
        }
        if (!StringUtils.hasText(cage) && !StringUtils.hasText(uei)) {
            errors.rejectValue("cage", "employer.code.missing");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new EmployerDraft(
                Objects.requireNonNull(name).strip(),
                Objects.requireNonNull(readDomain),
                readCage,
                readUei,
                readWebsite,
                Objects.requireNonNull(description).strip(),
                StringUtils.hasText(address) ? address.strip() : null,
                Boolean.TRUE.equals(staffing)));
    }

    /** Empty for none. */
    String noteOrEmpty() {
        return note == null ? "" : note.strip();
    }

    /** Says beside each field that what it claims is another employer's. */
    static void reject(AlreadyRegistered refusal, Errors errors) {
        refusal.taken().forEach(claim -> {
            String field = switch (claim) {
                case DOMAIN -> "domain";
                case CAGE -> "cage";
                case UEI -> "uei";
            };
            errors.rejectValue(field, "employer." + field + ".taken");
        });
    }

    private static <T> @Nullable T read(
            String field, @Nullable String typed, Function<String, Optional<T>> parser, Errors errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        T value = parser.apply(typed).orElse(null);
        if (value == null && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "employer." + field + ".form");
        }
        return value;
    }

    /** Only what a browser opens as a page: nothing that could run when somebody follows the link. */
    private static Optional<String> webAddress(String typed) {
        try {
            var address = URI.create(typed.strip());
            boolean page = address.getHost() != null
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                    && address.getUserInfo() == null;
            return page ? Optional.of(address.toASCIIString()).filter(text -> text.length() <= 300) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
