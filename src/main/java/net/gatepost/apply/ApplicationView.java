package net.gatepost.apply;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application at one moment, detached from the database.
 *
 * @param version counts its steps; a form carries it
 * @param memberId null once its owner has been erased
 * @param backTo where taking back would lead, while the employer still can; null otherwise
 * @param steps from the first to the last; empty in lists
 */
public record ApplicationView(
        UUID id,
        long version,
        UUID listingId,
        UUID employerId,
        @Nullable UUID memberId,
        Stage stage,
        Instant submittedAt,
        Instant movedAt,
        @Nullable String note,
        List<Answer> answers,
        boolean resumeSent,
        @Nullable Stage backTo,
        List<Moved> steps) {

    public ApplicationView {
        answers = List.copyOf(answers);
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param by the account that took it; null once that has been erased
     * @param words for the member
     * @param takenBack whether it undoes the one before
     */
    public record Moved(
            Stage stage,
            Side side,
            @Nullable UUID by,
            @Nullable String words,
            boolean takenBack,
            Instant at) {

        @Override
        public String toString() {
            return "Moved[" + stage + "]";
        }
    }

    /** Its address for the member. */
    public String path() {
        return "/me/applications/" + id;
    }

    /** Its address for recruiters. */
    public String hiringPath() {
        return "/hire/listings/" + listingId + "/applicants/" + id;
    }

    /** Withheld: an application belongs in no log. */
    @Override
    public String toString() {
        return "ApplicationView[" + id + "]";
    }
}
