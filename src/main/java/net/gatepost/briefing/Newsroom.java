package net.gatepost.briefing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.account.Races;
import net.gatepost.audit.Audit;
import net.gatepost.web.NotFound;
import net.gatepost.web.Slug;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What editors do with briefings. Every briefing is every editor's. */
@Service
public class Newsroom {

    public static final int PAGE_SIZE = 25;

    private static final String SUBJECT = "briefing";
    private static final int AT_ONCE = 50;

    /** Leaves room in the column for a number behind it. */
    private static final int LONGEST_SLUG = 90;

    private final BriefingRepository briefings;
    private final CorrectionRepository corrections;
    private final Races races;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Newsroom(
            BriefingRepository briefings,
            CorrectionRepository corrections,
            Races races,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.briefings = briefings;
        this.corrections = corrections;
        this.races = races;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Briefings by where they stand, what was changed last first.
     *
     * @param page counts from 1
     */
    @Transactional(readOnly = true)
    public Page<BriefingView> list(Set<BriefingStatus> statuses, int page) {
        var order = Sort.by(Sort.Direction.DESC, "changedAt", "id");
        return briefings
                .findByStatusIn(statuses, PageRequest.of(page - 1, PAGE_SIZE, order))
                .map(Briefing::toView);
    }

    /** @throws NotFound when there is none such */
    @Transactional(readOnly = true)
    public BriefingView one(UUID id) {
        return briefings.findById(id).map(Briefing::toView).orElseThrow(NotFound::new);
    }

    /**
     * Begins a draft.
     *
     * @param submissionId names the form: sent twice, it makes one draft
     */
    public UUID draft(Viewer viewer, UUID submissionId, BriefingDraft draft) {
        return races.decide(() -> briefings
                .findBySubmissionId(submissionId)
                .map(Briefing::id)
                .orElseGet(() -> {
                    var made = briefings.saveAndFlush(new Briefing(submissionId, viewer.id(), draft, clock.instant()));
                    audit.record(viewer.id(), "briefing.drafted", SUBJECT, made.id(), "");
                    return made.id();
                }));
    }

    /**
     * Begins a draft that a feed has brought, in the caller's transaction.
     *
     * @param submissionId names the entry, which has brought none before
     */
    @Transactional
    public void draftFromFeed(UUID submissionId, BriefingDraft draft) {
        var made = briefings.save(new Briefing(submissionId, null, draft, clock.instant()));
        audit.record(null, "briefing.brought", SUBJECT, made.id(), "");
    }

    /**
     * Saves what nobody has read yet.
     *
     * @throws StaleBriefing when somebody else has changed it meanwhile
     * @throws IllegalBriefingState when it is published
     */
    @Transactional
    public void revise(Viewer viewer, UUID id, long version, BriefingDraft draft) {
        var briefing = locked(id);
        var was = briefing.status();
        check(briefing, version);
        if (was == BriefingStatus.SCHEDULED) {
            requireWhole(draft);
        }
        briefing.revise(draft, viewer.id(), clock.instant());
        audit.record(viewer.id(), "briefing.revised", SUBJECT, id, "");
    }

    /**
     * Saves it and has it go out by itself, or at another time than before.
     *
     * @throws StaleBriefing when somebody else has changed it meanwhile
     * @throws NotWhole when something that readers need is missing, or the moment has passed
     * @throws IllegalBriefingState when it is published
     */
    public void schedule(Viewer viewer, UUID id, long version, BriefingDraft draft, Instant at) {
        races.decide(() -> {
            var briefing = saved(viewer, id, version, draft);
            if (!at.isAfter(clock.instant())) {
                throw new NotWhole(Set.of(NotWhole.Part.MOMENT));
            }
            briefing.schedule(addressOf(briefing), at);
            audit.record(viewer.id(), "briefing.scheduled", SUBJECT, id, "for " + at);
            return id;
        });
    }

    /** Does nothing to one that is not scheduled. */
    @Transactional
    public void unschedule(Viewer viewer, UUID id) {
        var briefing = locked(id);
        if (briefing.status() == BriefingStatus.SCHEDULED) {
            briefing.unschedule();
            audit.record(viewer.id(), "briefing.unscheduled", SUBJECT, id, "");
        }
    }

    /**
     * Saves it and puts it before everybody, now.
     *
     * @throws StaleBriefing when somebody else has changed it meanwhile
     * @throws NotWhole when something that readers need is missing
     * @throws IllegalBriefingState when it is published
     */
    public void publish(Viewer viewer, UUID id, long version, BriefingDraft draft) {
        races.decide(() -> {
            var briefing = saved(viewer, id, version, draft);
            briefing.publish(addressOf(briefing), clock.instant());
            audit.record(viewer.id(), "briefing.published", SUBJECT, id, "");
            return id;
        });
    }

    private Briefing saved(Viewer viewer, UUID id, long version, BriefingDraft draft) {
        var briefing = locked(id);
        check(briefing, version);
        requireWhole(draft);
        briefing.revise(draft, viewer.id(), clock.instant());
        return briefing;
    }

    /** Publishes what was scheduled for now or earlier, each in a transaction of its own. */
    void publishDue() {
        for (UUID id : briefings.due(clock.instant(), Limit.of(AT_ONCE))) {
            races.decide(() -> {
                var briefing = locked(id);
                var at = briefing.publishAt();
                // Else it was moved or taken back since it was found.
                if (at != null && !at.isAfter(clock.instant())) {
                    briefing.publish(addressOf(briefing), at);
                    audit.record(null, "briefing.published", SUBJECT, id, "");
                }
                return id;
            });
        }
    }

    /**
     * Changes what has been read, and says so.
     *
     * @param note what was wrong; told to readers
     * @throws StaleBriefing when somebody else has changed it meanwhile
     * @throws NotWhole when something that readers need would be missing
     * @throws IllegalBriefingState unless it is published
     */
    @Transactional
    public void correct(Viewer viewer, UUID id, long version, BriefingDraft draft, String note) {
        var briefing = locked(id);
        check(briefing, version);
        requireWhole(draft);
        var now = clock.instant();
        briefing.correct(draft, viewer.id(), now);
        corrections.save(new Correction(id, note, now));
        audit.record(viewer.id(), "briefing.corrected", SUBJECT, id, note);
    }

    /**
     * Takes it back for good. Does nothing to one that is.
     *
     * @param reason told to readers
     * @throws IllegalBriefingState unless it was published
     */
    @Transactional
    public void withdraw(Viewer viewer, UUID id, String reason) {
        var briefing = locked(id);
        if (briefing.status() != BriefingStatus.WITHDRAWN) {
            briefing.withdraw(reason, clock.instant());
            audit.record(viewer.id(), "briefing.withdrawn", SUBJECT, id, reason);
        }
    }

    /**
     * Deletes what nobody has read.
     *
     * @throws IllegalBriefingState when it was published
     */
    @Transactional
    public void discard(Viewer viewer, UUID id) {
        var briefing = locked(id);
        if (!briefing.status().isUnpublished()) {
            throw new IllegalBriefingState("what was published is withdrawn, not deleted");
        }
        events.publishEvent(new BriefingDiscarded(id));
        briefings.delete(briefing);
        audit.record(viewer.id(), "briefing.discarded", SUBJECT, id, "");
    }

    /**
     * A briefing that came out before.
     *
     * @param correction what was corrected in it three hours later; null where nothing was
     */
    public record Past(
            BriefingDraft draft,
            Instant publishedAt,
            @Nullable String correction) {}

    /** Publishes these as of when they came out, unless there is a briefing already. For demonstration data. */
    @Transactional
    public void bringIn(List<Past> past) {
        if (briefings.count() > 0) {
            return;
        }
        for (var one : past) {
            requireWhole(one.draft());
            var briefing = new Briefing(UUID.randomUUID(), null, one.draft(), one.publishedAt());
            briefing.publish(addressOf(briefing), one.publishedAt());
            briefings.saveAndFlush(briefing);
            var note = one.correction();
            if (note != null) {
                var later = one.publishedAt().plus(Duration.ofHours(3));
                briefing.correct(one.draft(), null, later);
                corrections.save(new Correction(briefing.id(), note, later));
            }
        }
    }

    private Briefing locked(UUID id) {
        return briefings.lockById(id).orElseThrow(NotFound::new);
    }

    private static void check(Briefing briefing, long version) {
        if (briefing.version() != version) {
            throw new StaleBriefing();
        }
    }

    private static void requireWhole(BriefingDraft draft) {
        var missing = NotWhole.missingIn(draft);
        if (!missing.isEmpty()) {
            throw new NotWhole(missing);
        }
    }

    /** Its own, or one that is free as of now; the table's constraint decides between two that ask at once. */
    private String addressOf(Briefing briefing) {
        var own = briefing.slug();
        if (own != null) {
            return own;
        }
        String slug = Slug.of(briefing.headline(), SUBJECT, LONGEST_SLUG);
        String candidate = slug;
        for (int number = 2; briefings.existsBySlug(candidate); number++) {
            candidate = slug + "-" + number;
        }
        return candidate;
    }
}
