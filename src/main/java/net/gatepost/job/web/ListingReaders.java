package net.gatepost.job.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.gatepost.candidate.Candidates;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.Qualification;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what listings mean to the person who reads them. Whoever is not signed in reads what everybody reads. */
@Component
public class ListingReaders {

    private final Candidates candidates;
    private final ClearanceCatalogue catalogue;
    private final ListingMarks marks;
    private final MessageSource messages;
    private final Clock clock;

    /**
     * Qualifications of late, because a search evaluates every requirement there can be. They follow from the clearances
     * and the day alone, so it doesn't matter whose they are.
     */
    private final Cache<Worth, Qualification> qualifications = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    private record Worth(List<Clearance> clearances, LocalDate day) {}

    ListingReaders(
            Candidates candidates,
            ClearanceCatalogue catalogue,
            ListingMarks marks,
            MessageSource messages,
            Clock clock) {
        this.candidates = candidates;
        this.catalogue = catalogue;
        this.marks = marks;
        this.messages = messages;
        this.clock = clock;
    }

    /** The reader behind a request; null where nobody is signed in. One statement, before anything is shown. */
    public @Nullable ListingReader of(@Nullable Viewer viewer) {
        if (viewer == null) {
            return null;
        }
        return new ListingReader(
                viewer, candidates.clearancesOf(viewer), catalogue, marks, messages, LocalDate.now(clock));
    }

    /** As somebody who holds these would read it. */
    public ListingReader holding(Viewer viewer, List<Clearance> clearances) {
        return new ListingReader(viewer, clearances, catalogue, marks, messages, LocalDate.now(clock));
    }

    /** What the reader's clearances are worth today. */
    public Qualification qualification(ListingReader reader) {
        var worth = new Worth(reader.clearances(), reader.today());
        return Objects.requireNonNull(
                qualifications.get(worth, missing -> catalogue.qualification(missing.clearances(), missing.day())));
    }
}
