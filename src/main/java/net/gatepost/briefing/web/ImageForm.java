package net.gatepost.briefing.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import net.gatepost.briefing.image.ImageFacts;
import org.jspecify.annotations.Nullable;

/** @param file never filled: the field beside which is said what is wrong with the file */
public record ImageForm(
        @Nullable String file,

        @NotBlank(message = "{briefing.image.alternative.missing}")
        @Size(max = ImageFacts.LONGEST_ALTERNATIVE, message = "{briefing.image.alternative.long}")
        @Pattern(regexp = BriefingForm.LINE, message = "{briefing.control}")
        String alternative,

        @Size(max = ImageFacts.LONGEST_CREDIT, message = "{briefing.image.credit.long}")
        @Pattern(regexp = BriefingForm.LINE, message = "{briefing.control}")
        String credit) {

    public ImageForm {
        alternative = requireNonNullElse(alternative, "").strip().replaceAll("[\\r\\n\\t ]+", " ");
        credit = requireNonNullElse(credit, "").strip();
    }

    static ImageForm of(@Nullable ImageFacts image) {
        return image == null ? new ImageForm(null, "", "") : new ImageForm(null, image.alternative(), image.credit());
    }
}
