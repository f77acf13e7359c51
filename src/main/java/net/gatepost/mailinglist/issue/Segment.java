package net.gatepost.mailinglist.issue;

import java.time.LocalDate;
import net.gatepost.mailinglist.Wishes.Near;
import org.jspecify.annotations.Nullable;

/**
 * Which of a topic's subscribers an issue is for. Who has said nothing of places or clearances is in no segment of them.
 *
 * @param place those who want jobs near it; null for all
 * @param miles how near; of no account without a place
 * @param level those who want jobs that ask for this clearance; null for all
 * @param since those who confirmed on that day or later; null for all
 */
record Segment(
        @Nullable Near place,
        int miles,
        @Nullable String level,
        @Nullable LocalDate since) {

    static final Segment EVERYBODY = new Segment(null, 0, null, null);

    boolean isEverybody() {
        return place == null && level == null && since == null;
    }
}
