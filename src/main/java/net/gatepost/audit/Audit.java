package net.gatepost.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The trail of what was decided and by whom. An entry commits with the act that it records or not at all, and there is no
 * way to change or remove one.
 */
@Service
public class Audit {

    /** What a person can be shown at once; the trail itself has no end. */
    public static final int SHOWN = 50;

    private static final int MAX_DETAIL = 2000;

    private final AuditEntryRepository entries;
    private final Clock clock;

    Audit(AuditEntryRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * One entry as it was recorded.
     *
     * @param actorAccountId null when the site itself acted
     */
    public record Entry(Instant at, @Nullable UUID actorAccountId, String action, String detail) {}

    /**
     * One entry as it is told to the person it concerns.
     *
     * @param yours whether that person did it; else it was done to their account
     */
    public record Act(Instant at, boolean yours, String action, String subjectType, UUID subjectId, String detail) {}

    /**
     * Adds an entry in the caller's transaction.
     *
     * @param actorAccountId who acted; null for the site itself
     * @param action what was done, as a stable word such as {@code employer.verified}
     * @param subjectType the kind of thing it was done to, such as {@code employer}
     * @param detail what else a later reader needs, such as the reason given; at most 2000 characters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            @Nullable UUID actorAccountId, String action, String subjectType, UUID subjectId, String detail) {
        if (detail.length() > MAX_DETAIL) {
            throw new IllegalArgumentException("an audit entry's detail has at most " + MAX_DETAIL + " characters");
        }
        entries.save(new AuditEntry(clock.instant(), actorAccountId, action, subjectType, subjectId, detail));
    }

    /** The latest {@value #SHOWN} entries about one thing, the newest first. */
    @Transactional(readOnly = true)
    public List<Entry> latestAbout(String subjectType, UUID subjectId) {
        return entries
                .findBySubjectTypeAndSubjectIdOrderByPositionDesc(subjectType, subjectId, Limit.of(SHOWN))
                .stream()
                .map(AuditEntry::toEntry)
                .toList();
    }

    /**
     * Everything that one account did or that was done to it, the oldest first; read inside the caller's transaction, and
     * closed by the caller.
     *
     * @param subjectType what the trail calls an account
     */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Stream<Act> concerning(UUID accountId, String subjectType) {
        return entries.concerning(accountId, subjectType);
    }
}
