package net.gatepost.job;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How employers answer those who apply, as the module of applications, which stands below, tells it. */
public interface AnswerTimes {

    /** Fewer say nothing about an employer, and too much about those who applied. */
    int FEWEST = 5;

    /**
     * How an employer answers. An answer is a step that says more than that somebody looked.
     *
     * @param applications at least {@link #FEWEST}
     * @param answered how many of them have one
     * @param median between applying and the answer; null where there is none
     */
    record Rate(long applications, long answered, @Nullable Duration median) {

        /** In whole hundredths; only all of them are 100. */
        public long percent() {
            return answered * 100 / applications;
        }
    }

    /**
     * Over the last half year, without those that are not due yet and those that were withdrawn first. Empty where there are
     * too few.
     */
    Optional<Rate> of(UUID employerId);

    /** The time until the first answer to somebody who applied, by listing; absent where nobody was answered. */
    Map<UUID, Duration> firstAnswers(Collection<UUID> listingIds);
}
