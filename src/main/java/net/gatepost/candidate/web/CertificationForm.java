package net.gatepost.candidate.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import net.gatepost.candidate.Certification;
import net.gatepost.candidate.CertificationList;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** @param code of one on the list; {@code name} is for any other */
record CertificationForm(
        @Nullable String code,

        @Size(max = 120, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.ONE_LINE, message = "{candidate.problem.control}")
        @Nullable
        String name,

        @Nullable String earned,
        @Nullable String expires)
        implements RowForm<Certification> {

    static final CertificationForm BLANK = new CertificationForm(null, null, null, null);

    static CertificationForm from(Certification certification) {
        return new CertificationForm(
                certification.code(),
                certification.name(),
                typed(certification.earned()),
                typed(certification.expires()));
    }

    @Override
    public void check(Errors errors, LocalDate today) {
        String chosen = Typed.text(code);
        if (chosen == null && Typed.text(name) == null) {
            errors.rejectValue("code", "candidate.certification.missing");
        } else if (chosen != null && Typed.text(name) != null) {
            errors.rejectValue("name", "candidate.certification.both");
        } else if (chosen != null && CertificationList.shipped().byCode(chosen).isEmpty()) {
            errors.rejectValue("code", "candidate.problem.choice");
        }
        Typed.checkMonth(errors, "earned", earned);
        Typed.checkMonth(errors, "expires", expires);
        Typed.checkNotInFuture(errors, "earned", Typed.month(earned), today);
        Typed.checkOrder(errors, "expires", Typed.month(earned), Typed.month(expires));
    }

    @Override
    public Certification content() {
        return new Certification(Typed.text(code), Typed.text(name), Typed.month(earned), Typed.month(expires));
    }

    private static @Nullable String typed(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }

    /** Withheld: a form may end up in a log line. */
    @Override
    public String toString() {
        return "CertificationForm[withheld]";
    }
}
