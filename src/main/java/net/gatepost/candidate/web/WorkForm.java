package net.gatepost.candidate.web;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import net.gatepost.candidate.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

record WorkForm(
        @NotBlank(message = "{candidate.work.title.missing}")
        @Size(max = 120, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.ONE_LINE, message = "{candidate.problem.control}")
        @Nullable
        String title,

        @NotBlank(message = "{candidate.work.employer.missing}")
        @Size(max = 120, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.ONE_LINE, message = "{candidate.problem.control}")
        @Nullable
        String employer,

        @Size(max = 120, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.ONE_LINE, message = "{candidate.problem.control}")
        @Nullable
        String location,

        @NotBlank(message = "{candidate.work.started.missing}") @Nullable
        String started,

        @Nullable String ended,

        @Size(max = 4000, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.LINES, message = "{candidate.problem.control}")
        @Nullable
        String description)
        implements RowForm<Work> {

    static final WorkForm BLANK = new WorkForm(null, null, null, null, null, null);

    WorkForm {
        description = Typed.unixLines(description);
    }

    static WorkForm from(Work work) {
        var ended = work.ended();
        return new WorkForm(
                work.title(),
                work.employer(),
                work.location(),
                work.started().toString(),
                ended == null ? null : ended.toString(),
                work.description());
    }

    @Override
    public void check(Errors errors, LocalDate today) {
        Typed.checkMonth(errors, "started", started);
        Typed.checkMonth(errors, "ended", ended);
        Typed.checkNotInFuture(errors, "started", Typed.month(started), today);
        Typed.checkNotInFuture(errors, "ended", Typed.month(ended), today);
        Typed.checkOrder(errors, "ended", Typed.month(started), Typed.month(ended));
    }

    @Override
    public Work content() {
        return new Work(
                Typed.required(title),
                Typed.required(employer),
                Typed.text(location),
                requireNonNull(Typed.month(started)),
                Typed.month(ended),
                Typed.text(description));
    }

    /** Withheld: a form may end up in a log line. */
    @Override
    public String toString() {
        return "WorkForm[withheld]";
    }
}
