package net.gatepost.candidate.web;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import net.gatepost.candidate.Branch;
import net.gatepost.candidate.MilitaryService;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

record ServiceForm(
        @NotBlank(message = "{candidate.service.branch.missing}") @Nullable
        String branch,

        @Size(max = 120, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.ONE_LINE, message = "{candidate.problem.control}")
        @Nullable
        String specialty,

        @NotBlank(message = "{candidate.service.started.missing}") @Nullable
        String started,

        @Nullable String ended)
        implements RowForm<MilitaryService> {

    static final ServiceForm BLANK = new ServiceForm(null, null, null, null);

    static ServiceForm from(MilitaryService service) {
        var ended = service.ended();
        return new ServiceForm(
                service.branch().name(),
                service.specialty(),
                String.valueOf(service.started()),
                ended == null ? null : ended.toString());
    }

    @Override
    public void check(Errors errors, LocalDate today) {
        Typed.checkOneOf(errors, "branch", Branch.class, branch);
        Typed.checkYear(errors, "started", started);
        Typed.checkYear(errors, "ended", ended);
        Typed.checkOrder(errors, "ended", Typed.year(started), Typed.year(ended));
        Integer first = Typed.year(started);
        if (first != null && first > today.getYear()) {
            errors.rejectValue("started", "candidate.problem.future-year");
        }
        Integer last = Typed.year(ended);
        if (last != null && last > today.getYear()) {
            errors.rejectValue("ended", "candidate.problem.future-year");
        }
    }

    @Override
    public MilitaryService content() {
        return new MilitaryService(
                requireNonNull(Typed.oneOf(Branch.class, branch)),
                Typed.text(specialty),
                requireNonNull(Typed.year(started)),
                Typed.year(ended));
    }

    /** Withheld: a form may end up in a log line. */
    @Override
    public String toString() {
        return "ServiceForm[withheld]";
    }
}
