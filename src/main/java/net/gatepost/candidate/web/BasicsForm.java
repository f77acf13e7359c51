package net.gatepost.candidate.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import net.gatepost.candidate.Basics;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** @param skills one a line, or between commas */
record BasicsForm(
        @Size(max = 120, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.ONE_LINE, message = "{candidate.problem.control}")
        @Nullable
        String headline,

        @Size(max = 4000, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.LINES, message = "{candidate.problem.control}")
        @Nullable
        String summary,

        @Size(max = 4000, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.LINES, message = "{candidate.problem.control}")
        @Nullable
        String skills)
        implements RowForm<Basics> {

    private static final int LONGEST_SKILL = 60;

    BasicsForm {
        summary = Typed.unixLines(summary);
        skills = Typed.unixLines(skills);
    }

    static BasicsForm from(Basics basics) {
        return new BasicsForm(basics.headline(), basics.summary(), String.join("\n", basics.skills()));
    }

    @Override
    public void check(Errors errors, LocalDate today) {
        List<String> each = eachSkill();
        if (each.size() > Basics.MOST_SKILLS) {
            errors.rejectValue(
                    "skills", "candidate.basics.skills.many", new Object[] {Basics.MOST_SKILLS, each.size()}, null);
        }
        if (each.stream().anyMatch(skill -> skill.length() > LONGEST_SKILL)) {
            errors.rejectValue("skills", "candidate.basics.skills.long", new Object[] {LONGEST_SKILL}, null);
        }
    }

    @Override
    public Basics content() {
        return new Basics(Typed.text(headline), Typed.text(summary), eachSkill());
    }

    private List<String> eachSkill() {
        return Typed.each(skills, "[,;\n\r]");
    }

    /** Withheld: a form may end up in a log line. */
    @Override
    public String toString() {
        return "BasicsForm[withheld]";
    }
}
