package net.gatepost.employer;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Members register employers and correct what they registered. Who claimed first is decided by the table's constraints; only
 * after a collision is it asked what collided.
 */
@Service
public class EmployerRegistrations {

    public static final int LONGEST_NOTE = 1000;

    private static final int ATTEMPTS = 3;

    private final EmployerRepository employers;
    private final RecruiterRepository recruiters;
    private final LookAlikes lookAlikes;
    private final Slugs slugs;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EmployerRegistrations(
            EmployerRepository employers,
            RecruiterRepository recruiters,
            LookAlikes lookAlikes,
            Slugs slugs,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.employers = employers;
        this.recruiters = recruiters;
        this.lookAlikes = lookAlikes;
        this.slugs = slugs;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Registers an employer, whose recruiter and owner this person then is. The same again by the same person is done once.
     *
     * @throws AlreadyRegistered when another employer holds what this one claims
     */
    public EmployerView register(Viewer viewer, EmployerDraft draft) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> add(viewer, draft));
            } catch (DataIntegrityViolationException collision) {
                var earlier = transaction.execute(status -> sameBySamePerson(viewer, draft));
                if (earlier.isPresent()) {
                    return earlier.get();
                }
                refuseWhatIsTaken(draft, null);
                // Not a claim, so somebody took the slug in the same moment: there is always a next one.
                if (attempt == ATTEMPTS) {
                    throw collision;
                }
            }
        }
    }

    /**
     * Corrects an employer that is not decided on or was declined; that one then waits again. The same again is done once.
     *
     * @param version of the employer that the person saw
     * @param note to the administrator, at most {@value #LONGEST_NOTE} characters; empty for none
     * @throws NotFound when this person does not recruit for it
     * @throws ObjectOptimisticLockingFailureException when it was changed or decided on meanwhile
     * @throws AlreadyRegistered when another employer holds what this one claims
     */
    public EmployerView correct(Viewer viewer, UUID employerId, long version, EmployerDraft draft, String note) {
        try {
            return transaction.execute(status -> change(viewer, employerId, version, draft, note));
        } catch (DataIntegrityViolationException collision) {
            refuseWhatIsTaken(draft, employerId);
            throw collision;
        }
    }

    private EmployerView add(Viewer viewer, EmployerDraft draft) {
        var now = clock.instant();
        var employer = employers.saveAndFlush(new Employer(slugs.freeFor(draft.name()), draft, now));
        lookAlikes.remember(employer);
        recruiters.save(Recruiter.owner(employer.id(), viewer.id(), now));
        audit.record(viewer.id(), "employer.registered", EmployerDecisions.SUBJECT, employer.id(), summary(draft));
        return employer.toView();
    }

    private EmployerView change(Viewer viewer, UUID employerId, long version, EmployerDraft draft, String note) {
        var employer = employers.findActedForBy(employerId, viewer.id()).orElseThrow(NotFound::new);
        if (employer.status() == EmployerStatus.PENDING && employer.toDraft().equals(draft) && note.isEmpty()) {
            return employer.toView();
        }
        if (employer.version() != version || !employer.status().isCorrectable()) {
            throw new ObjectOptimisticLockingFailureException(Employer.class, employerId);
        }
        employer.correct(draft, clock.instant());
        employers.saveAndFlush(employer);
        lookAlikes.remember(employer);
        audit.record(viewer.id(), "employer.corrected", EmployerDecisions.SUBJECT, employerId, summary(draft, note));
        return employer.toView();
    }

    private Optional<EmployerView> sameBySamePerson(Viewer viewer, EmployerDraft draft) {
        return claiming(draft).stream()
                .filter(employer -> employer.toDraft().equals(draft))
                .filter(employer -> recruiters.existsByEmployerIdAndAccountId(employer.id(), viewer.id()))
                .map(Employer::toView)
                .findFirst();
    }

    private void refuseWhatIsTaken(EmployerDraft draft, @Nullable UUID except) {
        Set<Claim> taken = EnumSet.noneOf(Claim.class);
        claiming(draft).stream()
                .filter(employer -> !employer.id().equals(except))
                .forEach(employer -> taken.addAll(employer.holdsOf(draft)));
        if (!taken.isEmpty()) {
            throw new AlreadyRegistered(taken);
        }
    }

    private List<Employer> claiming(EmployerDraft draft) {
        return employers.findClaiming(
                draft.domain().value(),
                draft.cage() == null ? null : draft.cage().value(),
                draft.uei() == null ? null : draft.uei().value());
    }

    private static String summary(EmployerDraft draft, String note) {
        return note.isEmpty() ? summary(draft) : summary(draft) + ": " + note;
    }

    private static String summary(EmployerDraft draft) {
        return "%s, %s, CAGE %s, UEI %s"
                .formatted(
                        draft.name(),
                        draft.domain(),
                        draft.cage() == null ? "none" : draft.cage(),
                        draft.uei() == null ? "none" : draft.uei());
    }
}
