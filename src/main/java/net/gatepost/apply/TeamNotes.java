package net.gatepost.apply;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.employer.Team;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a team keeps about applications among itself: notes, and what each thinks of one. The applicant never sees it; it goes
 * when they withdraw, when they are erased, and when whoever wrote it is.
 */
@Service
@Transactional
public class TeamNotes {

    public static final int LONGEST_WORDS = 2000;

    /** Of one application. */
    static final int MOST = 100;

    private final TeamNoteRepository notes;
    private final RatingRepository ratings;
    private final Applicants applicants;
    private final Team team;
    private final Clock clock;

    TeamNotes(TeamNoteRepository notes, RatingRepository ratings, Applicants applicants, Team team, Clock clock) {
        this.notes = notes;
        this.ratings = ratings;
        this.applicants = applicants;
        this.team = team;
        this.clock = clock;
    }

    /** One note. */
    public record Note(UUID id, UUID by, String words, Instant writtenAt) {
        @Override
        public String toString() {
            return "Note[withheld]";
        }
    }

    /** What a team thinks, on average. */
    public record Mean(double stars, long ratings) {}

    /** There are as many as there may be. */
    public static class Full extends RuntimeException {
        Full() {
            super("too many notes", null, false, false);
        }
    }

    /**
     * The latest first.
     *
     * @throws NotFound unless the viewer may see the application
     */
    @Transactional(readOnly = true)
    public List<Note> of(Viewer viewer, UUID listingId, UUID applicationId) {
        applicants.require(viewer, listingId, applicationId);
        return notes.findByApplicationIdOrderByWrittenAtDescIdDesc(applicationId, Limit.of(MOST)).stream()
                .map(TeamNote::view)
                .toList();
    }

    /**
     * @param submissionId names the form, so that sending it twice writes one
     * @throws NotFound as {@link #of} does
     * @throws Full when there are {@link #MOST}
     */
    public void write(Viewer viewer, UUID listingId, UUID applicationId, UUID submissionId, String words) {
        applicants.requireLocked(viewer, listingId, applicationId);
        if (notes.existsByAccountIdAndSubmissionId(viewer.id(), submissionId)) {
            return;
        }
        if (notes.countByApplicationId(applicationId) >= MOST) {
            throw new Full();
        }
        try {
            notes.saveAndFlush(new TeamNote(applicationId, viewer.id(), submissionId, words, clock.instant()));
        } catch (DataIntegrityViolationException twice) {
            throw new NotFound(); // the same form for another application: nobody sends that
        }
    }

    /**
     * Who wrote it may remove it, and the owners of the team. One that is gone is gone.
     *
     * @throws NotFound as {@link #of} does, and for anybody else
     */
    public void remove(Viewer viewer, UUID listingId, UUID applicationId, UUID noteId) {
        var listing = applicants.require(viewer, listingId, applicationId);
        // Of two removals at once the second finds the note gone.
        applicants.requireLocked(viewer, listingId, applicationId);
        notes.findByIdAndApplicationId(noteId, applicationId).ifPresent(note -> {
            if (!note.accountId().equals(viewer.id()) && !team.isOwner(viewer.id(), listing.employerId())) {
                throw new NotFound();
            }
            notes.delete(note);
        });
    }

    /** @param stars from 1 to 5; 0 takes it back */
    public void rate(Viewer viewer, UUID listingId, UUID applicationId, int stars) {
        applicants.requireLocked(viewer, listingId, applicationId);
        var before = ratings.findByApplicationIdAndAccountId(applicationId, viewer.id());
        if (stars < 1 || stars > Rating.MOST) {
            before.ifPresent(ratings::delete);
        } else if (before.isPresent()) {
            before.get().change(stars);
        } else {
            ratings.save(new Rating(applicationId, viewer.id(), stars));
        }
    }

    /** What the viewer thinks; empty where they have not said. */
    @Transactional(readOnly = true)
    public Optional<Integer> ratedBy(Viewer viewer, UUID applicationId) {
        return ratings.findByApplicationIdAndAccountId(applicationId, viewer.id())
                .map(Rating::stars);
    }

    /** By application; absent where nobody has said. The caller has looked whether they may be seen. */
    @Transactional(readOnly = true)
    public Map<UUID, Mean> means(Collection<UUID> applicationIds) {
        return applicationIds.isEmpty()
                ? Map.of()
                : ratings.means(applicationIds).stream()
                        .collect(Collectors.toMap(
                                RatingRepository.Mean::applicationId, mean -> new Mean(mean.stars(), mean.ratings())));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void forget(UUID applicationId) {
        notes.deleteOf(applicationId);
        ratings.deleteOf(applicationId);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void forgetBy(UUID accountId) {
        notes.deleteBy(accountId);
        ratings.deleteBy(accountId);
    }

    /** What a person has written, for their export. */
    @Transactional(readOnly = true)
    List<Note> writtenBy(UUID accountId) {
        return notes.findByAccountIdOrderByWrittenAt(accountId, Limit.of(10_000)).stream()
                .map(TeamNote::view)
                .toList();
    }
}
