package net.gatepost.job.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import net.gatepost.job.Client;
import net.gatepost.job.ListingDraft;
import org.jspecify.annotations.Nullable;

/**
 * A listing as typed. Text throughout, so that whatever arrives can be shown again; {@link ListingForms} reads it.
 *
 * @param employer only where it is new: whose listing it becomes
 * @param submission only where it is new: names this form, so that it makes one listing
 * @param version of the listing that the form was filled from; empty where it is new
 * @param level a level's code, {@link #NO_CLEARANCE}, or empty while none is chosen
 */
public record ListingForm(
        String employer,
        String submission,
        String version,

        @NotBlank(message = "{listing.title.missing}")
        @Size(max = ListingDraft.LONGEST_TITLE, message = "{listing.title.long}")
        @Pattern(regexp = ListingForm.LINE, message = "{listing.control}")
        String title,

        @Size(max = 120, message = "{listing.place.unknown}")
        @Pattern(regexp = ListingForm.LINE, message = "{listing.control}")
        String place,

        String workplace,
        String employmentType,
        @Size(max = 64, message = "{listing.choice}") String level,
        List<String> accesses,
        String polygraph,
        @Nullable Boolean interimAccepted,
        @Nullable Boolean willSponsor,
        String importance,
        @Nullable Boolean citizensOnly,

        @Size(max = ListingDraft.LONGEST_BASIS, message = "{listing.citizensOnlyBasis.long}")
        @Pattern(regexp = ListingForm.LINE, message = "{listing.control}")
        String citizensOnlyBasis,

        String payMin,
        String payMax,
        String payCurrency,
        String payPeriod,
        String openings,
        @Nullable Boolean contingent,

        @Size(max = ListingDraft.LONGEST_DESCRIPTION, message = "{listing.description.long}")
        @Pattern(regexp = ListingForm.TEXT, message = "{listing.control}")
        String description,

        String applyBy,

        @Size(max = ListingDraft.LONGEST_APPLY_TO, message = "{listing.applyTo.long}")
        @Pattern(regexp = ListingForm.LINE, message = "{listing.control}")
        String applyTo,

        @Pattern(regexp = ListingForm.TEXT, message = "{listing.control}")
        String questions,

        @Size(max = Client.LONGEST_NAME, message = "{listing.client.long}")
        @Pattern(regexp = ListingForm.LINE, message = "{listing.control}")
        String client,

        @Nullable Boolean clientWithheld,
        String ends) {

    public static final String NO_CLEARANCE = "none";

    static final String LINE = "\\P{Cntrl}*";
    static final String TEXT = "[\\P{Cntrl}\\n\\t]*";

    public ListingForm {
        employer = line(employer);
        submission = line(submission);
        version = line(version);
        title = line(title);
        place = line(place);
        workplace = line(workplace);
        employmentType = line(employmentType);
        level = line(level);
        accesses = accesses == null ? List.of() : List.copyOf(accesses);
        polygraph = line(polygraph);
        importance = line(importance);
        citizensOnlyBasis = line(citizensOnlyBasis);
        payMin = line(payMin);
        payMax = line(payMax);
        payCurrency = line(payCurrency);
        payPeriod = line(payPeriod);
        openings = line(openings);
        // A browser sends a text area's lines with CR LF; two versions must not differ by that.
        description = line(description).replace("\r\n", "\n");
        applyBy = line(applyBy);
        applyTo = line(applyTo);
        questions = line(questions).replace("\r\n", "\n");
        client = line(client);
        ends = line(ends);
    }

    private static String line(@Nullable String typed) {
        return requireNonNullElse(typed, "").strip();
    }

    static boolean yes(@Nullable Boolean ticked) {
        return ticked != null && ticked;
    }
}
