package net.gatepost.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case at one moment. What the employer may see of it too: no report is in it.
 *
 * @param version counts its changes; a form carries it
 * @param measure null while it is open
 * @param granted whether the appeal was
 */
public record CaseView(
        UUID id,
        long version,
        Subject subject,
        Instant openedAt,
        @Nullable Measure measure,
        @Nullable String reason,
        @Nullable Instant decidedAt,
        @Nullable String appeal,
        @Nullable Instant appealedAt,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        boolean granted) {

    public boolean isOpen() {
        return measure == null;
    }

    public boolean mayBeAppealed() {
        return measure != null && measure.isAgainstEmployer() && appeal == null;
    }

    public boolean waitsForAnswer() {
        return appeal != null && answeredAt == null;
    }
}
