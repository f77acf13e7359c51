package net.gatepost.candidate.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import net.gatepost.candidate.Education;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

record EducationForm(
        @NotBlank(message = "{candidate.education.school.missing}")
        @Size(max = 120, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.ONE_LINE, message = "{candidate.problem.control}")
        @Nullable
        String school,

        @NotBlank(message = "{candidate.education.degree.missing}")
        @Size(max = 120, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.ONE_LINE, message = "{candidate.problem.control}")
        @Nullable
        String degree,

        @Size(max = 120, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.ONE_LINE, message = "{candidate.problem.control}")
        @Nullable
        String subject,

        @Nullable String completed)
        implements RowForm<Education> {

    static final EducationForm BLANK = new EducationForm(null, null, null, null);

    static EducationForm from(Education education) {
        var completed = education.completed();
        return new EducationForm(
                education.school(),
                education.degree(),
                education.subject(),
                completed == null ? null : completed.toString());
    }

    @Override
    public void check(Errors errors, LocalDate today) {
        Typed.checkYear(errors, "completed", completed);
        Integer year = Typed.year(completed);
        if (year != null && year > today.getYear()) {
            errors.rejectValue("completed", "candidate.problem.future-year");
        }
    }

    @Override
    public Education content() {
        return new Education(
                Typed.required(school), Typed.required(degree), Typed.text(subject), Typed.year(completed));
    }

    /** Withheld: a form may end up in a log line. */
    @Override
    public String toString() {
        return "EducationForm[withheld]";
    }
}
