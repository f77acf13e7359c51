package net.gatepost.candidate.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.Investigation;
import net.gatepost.clearance.LevelCode;
import net.gatepost.clearance.Polygraph;
import net.gatepost.clearance.PolygraphExam;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

record ClearanceForm(
        @NotBlank(message = "{candidate.clearance.level.missing}") @Nullable
        String level,

        @Nullable List<String> accesses,
        @Nullable Boolean interim,
        @Nullable Boolean inAccess,
        @Nullable String lastUsed,
        @Nullable String granted,
        @Nullable String polygraph,
        @Nullable String polygraphMonth,

        @Size(max = 80, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.ONE_LINE, message = "{candidate.problem.control}")
        @Nullable
        String polygraphAgency,

        @Nullable String tier,
        @Nullable String investigationClosed,
        @Nullable Boolean continuousVetting)
        implements RowForm<Clearance> {

    static final ClearanceForm BLANK =
            new ClearanceForm(null, List.of(), false, false, null, null, null, null, null, null, null, false);

    static ClearanceForm from(Clearance clearance) {
        var exam = Optional.ofNullable(clearance.polygraph());
        var investigation = Optional.ofNullable(clearance.investigation());
        return new ClearanceForm(
                clearance.level().value(),
                clearance.accesses().stream().map(Access::name).toList(),
                clearance.interim(),
                clearance.inAccess(),
                typed(clearance.lastUsed()),
                typed(clearance.granted()),
                exam.map(sat -> sat.type().name()).orElse(null),
                exam.map(sat -> typed(sat.month())).orElse(null),
                exam.map(PolygraphExam::agency).orElse(null),
                investigation.map(Investigation::tier).orElse(null),
                investigation.map(made -> typed(made.closed())).orElse(null),
                investigation.map(Investigation::continuousVetting).orElse(false));
    }

    /** What of it can be read without the catalogue, which {@link ClearanceController} asks afterwards. */
    @Override
    public void check(Errors errors, LocalDate today) {
        Typed.checkMonth(errors, "lastUsed", lastUsed);
        Typed.checkMonth(errors, "granted", granted);
        Typed.checkMonth(errors, "polygraphMonth", polygraphMonth);
        Typed.checkMonth(errors, "investigationClosed", investigationClosed);
        Typed.checkOneOf(errors, "polygraph", Polygraph.class, polygraph);
        if (chosen().stream().anyMatch(code -> Access.ofCode(code).isEmpty())) {
            errors.rejectValue("accesses", "candidate.problem.choice");
        }
        boolean none = Typed.text(polygraph) == null || Polygraph.NONE.name().equals(polygraph);
        if (none && (Typed.text(polygraphMonth) != null || Typed.text(polygraphAgency) != null)) {
            errors.rejectValue("polygraph", "candidate.clearance.polygraph.missing");
        }
    }

    @Override
    public Clearance content() {
        Polygraph type = Typed.oneOf(Polygraph.class, polygraph);
        Set<Access> held = EnumSet.noneOf(Access.class);
        chosen().stream().map(Access::ofCode).flatMap(Optional::stream).forEach(held::add);
        String investigated = Typed.text(tier);
        YearMonth closed = Typed.month(investigationClosed);
        boolean vetted = Boolean.TRUE.equals(continuousVetting);
        return new Clearance(
                new LevelCode(Typed.required(level)),
                held,
                type == null || type == Polygraph.NONE
                        ? null
                        : new PolygraphExam(type, Typed.month(polygraphMonth), Typed.text(polygraphAgency)),
                Boolean.TRUE.equals(interim),
                Boolean.TRUE.equals(inAccess),
                Typed.month(lastUsed),
                Typed.month(granted),
                investigated == null && closed == null && !vetted
                        ? null
                        : new Investigation(investigated, closed, vetted));
    }

    private List<String> chosen() {
        return accesses == null ? List.of() : accesses;
    }

    private static @Nullable String typed(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }

    /** Withheld: a form may end up in a log line. */
    @Override
    public String toString() {
        return "ClearanceForm[withheld]";
    }
}
