package net.gatepost.apply.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Optional;
import net.gatepost.apply.DeclineReason;
import net.gatepost.apply.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Where a recruiter moves an application.
 *
 * @param words for the member, with a refusal
 * @param reason whose words they get where none are typed
 * @param version of the application that was looked at
 */
record StageForm(
        @Nullable String stage,

        @Size(max = 1000, message = "{apply.decline.long}")
        @Pattern(regexp = ApplyForm.TEXT, message = "{apply.control}")
        String words,

        @Nullable String reason,
        @Nullable Long version) {

    StageForm {
        words = requireNonNullElse(words, "").replace("\r\n", "\n").strip();
    }

    static StageForm blank(long version) {
        return new StageForm(null, "", null, version);
    }

    /** The same on top of what stands by now. */
    StageForm at(long now) {
        return new StageForm(stage, words, reason, now);
    }

    Optional<Stage> chosen() {
        return Arrays.stream(Stage.values())
                .filter(each -> each.name().equals(stage))
                .findFirst();
    }

    /** What is said where nothing else is typed. */
    Optional<DeclineReason> chosenReason() {
        return Arrays.stream(DeclineReason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst();
    }

    public boolean isRefusal() {
        return chosen().filter(each -> each == Stage.DECLINED).isPresent();
    }

    /** What is no version is none that the application ever had. */
    long lookedAt() {
        return version == null ? -1 : version;
    }

    @Override
    public String toString() {
        return "StageForm[" + stage + "]";
    }
}
