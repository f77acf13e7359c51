package net.gatepost.candidate;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From whom a member's profile is kept: the employers that they named, and without asking whoever they work for now. A block
 * also shuts what earlier applications let its employer see; one that is made after it lets it in, because pages ask first.
 */
@Service
public class Blocks {

    /** More than anybody picks by hand. */
    public static final int MOST = 500;

    private final BlockRepository blocks;
    private final GrantRepository grants;
    private final ProfileRepository profiles;
    private final ProfileRowRepository rows;
    private final Employers employers;
    private final CandidateIndexing indexing;
    private final Clock clock;

    Blocks(
            BlockRepository blocks,
            GrantRepository grants,
            ProfileRepository profiles,
            ProfileRowRepository rows,
            Employers employers,
            CandidateIndexing indexing,
            Clock clock) {
        this.blocks = blocks;
        this.grants = grants;
        this.profiles = profiles;
        this.rows = rows;
        this.employers = employers;
        this.indexing = indexing;
        this.clock = clock;
    }

    /** Blocked by name, or the member's current employer. */
    @Transactional(readOnly = true)
    public boolean isBlocked(UUID memberId, UUID employerId) {
        if (blocks.existsByAccountIdAndEmployerId(memberId, employerId)
                || employers.recruitsFor(memberId, employerId)) {
            return true;
        }
        return employers
                .byId(employerId)
                .map(employer -> profiles.findByAccountId(memberId)
                        .map(profile -> CandidateProfile.of(profile, rows.findByProfileIdOrderById(profile.id())))
                        .map(profile -> worksFor(profile, employer))
                        .orElse(false))
                .orElse(true);
    }

    /** Whether the owner of the profile works there now, as far as the profile tells. */
    static boolean worksFor(CandidateProfile profile, EmployerView employer) {
        return !Collections.disjoint(EmployerTraces.of(profile), EmployerTraces.of(employer));
    }

    /** Those of these members who blocked one of the employers by name. */
    Set<UUID> blockedBy(Collection<UUID> employerIds, Collection<UUID> memberIds) {
        return memberIds.isEmpty() ? Set.of() : blocks.membersWhoBlocked(employerIds, memberIds);
    }

    /** The employers that the viewer blocked, the latest first. */
    @Transactional(readOnly = true)
    public List<EmployerView> of(Viewer viewer) {
        var ids = blocks.employersBlockedBy(viewer.id(), Limit.of(MOST));
        var views = employers.byIds(ids);
        return ids.stream().filter(views::containsKey).map(views::get).toList();
    }

    /**
     * Blocks a verified employer, and shuts out what the viewer let it see; once more does nothing else.
     *
     * @throws NotFound if there is none such
     * @throws TooMany if there are as many as there may be
     */
    @Transactional
    public void block(Viewer viewer, UUID employerId) {
        if (!employers.byId(employerId).filter(EmployerView::isVerified).isPresent()) {
            throw new NotFound();
        }
        grants.shut(viewer.id(), employerId, true);
        if (blocks.existsByAccountIdAndEmployerId(viewer.id(), employerId)) {
            return;
        }
        if (blocks.countByAccountId(viewer.id()) >= MOST) {
            throw new TooMany();
        }
        try {
            blocks.saveAndFlush(new Block(viewer.id(), employerId, clock.instant()));
        } catch (DataIntegrityViolationException twiceAtOnce) {
            throw new AlreadyBlocked();
        }
        profiles.findByAccountId(viewer.id()).ifPresent(profile -> {
            indexing.withhold(profile, employerId);
            indexing.changed(profile);
        });
    }

    /** Takes a block back; where there is none, nothing is done. */
    @Transactional
    public void unblock(Viewer viewer, UUID employerId) {
        blocks.deleteByAccountIdAndEmployerId(viewer.id(), employerId);
        grants.shut(viewer.id(), employerId, false);
        profiles.findByAccountId(viewer.id()).ifPresent(profile -> {
            indexing.showAgainTo(profile, employerId);
            indexing.changed(profile);
        });
    }

    /** The same block was made at the same moment. */
    public static class AlreadyBlocked extends RuntimeException {
        AlreadyBlocked() {
            super("blocked already", null, false, false);
        }
    }

    /** There are {@link Blocks#MOST} already. */
    public static class TooMany extends RuntimeException {
        TooMany() {
            super("as many blocks as there may be", null, false, false);
        }
    }
}
