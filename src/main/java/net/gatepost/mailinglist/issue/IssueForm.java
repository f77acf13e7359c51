package net.gatepost.mailinglist.issue;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import net.gatepost.mailinglist.Often;
import net.gatepost.mailinglist.Topic;
import net.gatepost.mailinglist.web.WishChoices;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * An issue as it is composed by hand.
 *
 * @param submission names the form of a new one
 * @param version that an existing one was filled from
 */
record IssueForm(
        @Nullable UUID submission,

        @Nullable Long version,

        @NotBlank(message = "{mailinglist.issue.topic.missing}") @Nullable
        String topic,

        @Nullable String often,

        @NotBlank(message = "{mailinglist.issue.subject.missing}")
        @Size(max = IssueDraft.SUBJECT_MAX, message = "{mailinglist.issue.subject.long}")
        @Nullable
        String subject,

        @NotBlank(message = "{mailinglist.issue.body.missing}")
        @Size(max = IssueDraft.BODY_MAX, message = "{mailinglist.issue.body.long}")
        @Nullable
        String body,

        @Nullable String place,

        @Nullable Integer miles,

        @Nullable String level,

        @Nullable String since) {

    private static final int MILES = 50;
    private static final int MOST_MILES = 500;

    static IssueForm empty() {
        return new IssueForm(
                UUID.randomUUID(), null, Topic.ANNOUNCEMENTS.name(), null, null, null, null, MILES, null, null);
    }

    static IssueForm from(IssueView issue) {
        var content = issue.content();
        var segment = content.segment();
        var place = segment.place();
        return new IssueForm(
                null,
                issue.version(),
                content.topic().name(),
                content.often() == null ? null : content.often().name(),
                content.subject(),
                content.body(),
                place == null ? null : place.label(),
                place == null ? MILES : segment.miles(),
                segment.level(),
                segment.since() == null ? null : segment.since().toString());
    }

    /** Null where something is wrong, which {@code errors} then tell. */
    @Nullable
    IssueDraft read(WishChoices choices, Errors errors) {
        var chosen = named(Topic.class, topic, "topic", errors);
        var frequency = named(Often.class, often, "often", errors);
        var near = choices.place(place, "place", errors);
        var wanted = choices.level(level, "level", errors);
        var from = date("since", since, errors);
        if (near != null && (miles == null || miles < 1 || miles > MOST_MILES)) {
            errors.rejectValue("miles", "mailinglist.issue.miles.wrong");
        }
        if (frequency != null && chosen != null && chosen != Topic.BRIEFINGS) {
            errors.rejectValue("often", "mailinglist.issue.often.only");
        }
        if (subject != null && subject.codePoints().anyMatch(Character::isISOControl)) {
            errors.rejectValue("subject", "mailinglist.issue.subject.control");
        }
        if (errors.hasErrors() || chosen == null || subject == null || body == null) {
            return null;
        }
        int within = near == null || miles == null ? 0 : miles;
        return new IssueDraft(
                chosen,
                frequency,
                subject.strip(),
                body.replace("\r\n", "\n"),
                new Segment(near, within, wanted, from));
    }

    /** Null where nothing is typed; an error on the field where it is no date. */
    static @Nullable LocalDate date(String field, @Nullable String typed, Errors errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADate) {
            errors.rejectValue(field, "mailinglist.issue.since.wrong");
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E named(
            Class<E> kind, @Nullable String typed, String field, Errors errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        for (E each : kind.getEnumConstants()) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        errors.rejectValue(field, "mailinglist.issue.choice.unknown");
        return null;
    }
}
