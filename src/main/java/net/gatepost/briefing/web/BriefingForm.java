package net.gatepost.briefing.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import net.gatepost.briefing.BriefingDraft;
import net.gatepost.briefing.CorrectionNote;
import net.gatepost.briefing.Source;
import net.gatepost.web.FormVersion;
import org.jspecify.annotations.Nullable;

/**
 * A briefing as typed. Text throughout, so that whatever arrives can be shown again; {@link BriefingForms} reads it.
 *
 * @param submission only where it is new: names this form, so that it makes one briefing
 * @param version of the briefing that the form was filled from; empty where it is new
 * @param publishAt when it is to go out, for a schedule alone
 * @param note what was wrong, for a correction alone
 */
public record BriefingForm(
        String submission,
        String version,

        @NotBlank(message = "{briefing.headline.missing}")
        @Size(max = BriefingDraft.LONGEST_HEADLINE, message = "{briefing.headline.long}")
        @Pattern(regexp = BriefingForm.LINE, message = "{briefing.control}")
        String headline,

        @Size(max = BriefingDraft.LONGEST_SUMMARY, message = "{briefing.summary.long}")
        @Pattern(regexp = BriefingForm.LINE, message = "{briefing.control}")
        String summary,

        @NotBlank(message = "{briefing.topic.missing}") String topic,

        @Size(max = BriefingDraft.LONGEST_BODY, message = "{briefing.body.long}")
        @Pattern(regexp = BriefingForm.TEXT, message = "{briefing.control}")
        String body,

        @Size(max = BriefingDraft.LONGEST_DEVELOPMENT, message = "{briefing.development.long}")
        @Pattern(regexp = BriefingForm.TEXT, message = "{briefing.control}")
        String development,

        @Size(max = BriefingDraft.LONGEST_PLACE, message = "{briefing.place.long}")
        @Pattern(regexp = BriefingForm.LINE, message = "{briefing.control}")
        String place,

        String datedAt,

        @Size(max = Source.LONGEST_NAME, message = "{briefing.sourceName.long}")
        @Pattern(regexp = BriefingForm.LINE, message = "{briefing.control}")
        String sourceName,

        String sourceUrl,
        String sourceDate,

        @Size(max = 200, message = "{briefing.employer.unknown}")
        @Pattern(regexp = BriefingForm.LINE, message = "{briefing.control}")
        String employer,

        @Pattern(regexp = BriefingForm.LINE, message = "{briefing.control}")
        String tags,

        String publishAt,

        @Size(max = CorrectionNote.LONGEST, message = "{briefing.note.long}")
        @Pattern(regexp = BriefingForm.LINE, message = "{briefing.control}")
        String note) {

    static final String LINE = "\\P{Cntrl}*";
    static final String TEXT = "[\\P{Cntrl}\\n\\t]*";

    public BriefingForm {
        submission = line(submission);
        version = line(version);
        headline = line(headline);
        summary = words(summary);
        topic = line(topic);
        // A browser sends a text area's lines with CR LF; two versions must not differ by that.
        body = line(body).replace("\r\n", "\n");
        development = line(development).replace("\r\n", "\n");
        place = line(place);
        datedAt = line(datedAt);
        sourceName = line(sourceName);
        sourceUrl = line(sourceUrl);
        sourceDate = line(sourceDate);
        employer = line(employer);
        tags = line(tags);
        publishAt = line(publishAt);
        note = words(note);
    }

    private static String line(@Nullable String typed) {
        return requireNonNullElse(typed, "").strip();
    }

    /** Of a text area that is to hold one paragraph. */
    private static String words(@Nullable String typed) {
        return line(typed).replaceAll("[\\r\\n\\t ]+", " ");
    }

    /** The version, or one that no briefing has. */
    long versionNumber() {
        return FormVersion.of(version);
    }

    /** The same on top of what is stored by now. */
    BriefingForm onTopOf(long stored) {
        return new BriefingForm(
                submission,
                String.valueOf(stored),
                headline,
                summary,
                topic,
                body,
                development,
                place,
                datedAt,
                sourceName,
                sourceUrl,
                sourceDate,
                employer,
                tags,
                publishAt,
                note);
    }
}
