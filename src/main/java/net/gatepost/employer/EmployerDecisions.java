package net.gatepost.employer;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.audit.Audit;
import net.gatepost.mail.Mails;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator's decisions about employers. Each is in the audit trail and mailed to the employer's recruiters; the same
 * decision again changes nothing, another one about an employer that changed meanwhile is refused.
 */
@Service
public class EmployerDecisions {

    /** What the audit trail calls an employer. */
    static final String SUBJECT = "employer";

    private static final int SAME_NAMES_SHOWN = 10;
    private static final int RECRUITERS_SHOWN = 50;

    private final EmployerRepository employers;
    private final RecruiterRepository recruiters;
    private final DomainMail domainMail;
    private final LookAlikes lookAlikes;
    private final Accounts accounts;
    private final Audit audit;
    private final Mails mails;
    private final ApplicationEventPublisher events;
    private final int approvals;
    private final Clock clock;

    EmployerDecisions(
            EmployerRepository employers,
            RecruiterRepository recruiters,
            DomainMail domainMail,
            LookAlikes lookAlikes,
            Accounts accounts,
            Audit audit,
            Mails mails,
            ApplicationEventPublisher events,
            @Value("${gatepost.employers.approvals}") int approvals,
            Clock clock) {
        this.domainMail = domainMail;
        this.lookAlikes = lookAlikes;
        this.approvals = approvals;
        this.employers = employers;
        this.recruiters = recruiters;
        this.accounts = accounts;
        this.audit = audit;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The employers of one status, the one that waits longest first.
     *
     * @param page counts from 1
     */
    @Transactional(readOnly = true)
    public Page<EmployerView> queue(EmployerStatus status, int page, int size) {
        return employers
                .findByStatus(status, PageRequest.of(page - 1, size, Sort.by("submittedAt", "id")))
                .map(Employer::toView);
    }

    @Transactional(readOnly = true)
    public Map<EmployerStatus, Long> counts() {
        Map<EmployerStatus, Long> counts = new EnumMap<>(EmployerStatus.class);
        for (var status : EmployerStatus.values()) {
            counts.put(status, employers.countByStatus(status));
        }
        return counts;
    }

    /** @throws NotFound when there is no such employer */
    @Transactional(readOnly = true)
    public EmployerEvidence evidence(Viewer viewer, UUID employerId) {
        var employer = employers.findById(employerId).orElseThrow(NotFound::new);
        var sameName = employers
                .findByNameKeyAndIdNotOrderByRegisteredAt(employer.nameKey(), employerId, Limit.of(SAME_NAMES_SHOWN))
                .stream()
                .map(Employer::toView)
                .toList();
        var looksLike = employers.findByIdIn(lookAlikes.of(employerId)).stream()
                .map(Employer::toView)
                .sorted(Comparator.comparing(EmployerView::name))
                .toList();
        boolean yours = employer.isApprovedBy(viewer.id());
        int given = yours || employer.isApprovedBySomebodyElse(viewer.id()) ? 1 : 0;
        return new EmployerEvidence(
                employer.toView(),
                people(employer),
                domainMail.addressesOf(employer),
                looksLike,
                new EmployerEvidence.Approvals(given, approvals, yours),
                sameName,
                history(employerId));
    }

    /** Those of these that look like a verified one. */
    @Transactional(readOnly = true)
    public Set<UUID> lookingAlike(Collection<UUID> employerIds) {
        return lookAlikes.among(employerIds);
    }

    /**
     * Accepts an employer, or lifts its suspension. Where two administrators decide, the first one's word is kept, and the
     * second one's verifies.
     *
     * @return whether it is verified now
     * @throws MailNotConfirmed when no recruiter has shown that mail at its domain reaches them
     */
    @Transactional
    public boolean verify(Viewer viewer, UUID employerId, long version) {
        var employer = employers.findById(employerId).orElseThrow(NotFound::new);
        if (employer.status() == EmployerStatus.VERIFIED) {
            return true;
        }
        if (employer.isApprovedBy(viewer.id())) {
            return false; // the same post again: it takes somebody else
        }
        ensureAsSeen(employer, version, EmployerStatus.VERIFIED);
        if (employer.status() != EmployerStatus.SUSPENDED
                && domainMail.addressesOf(employer).isEmpty()) {
            throw new MailNotConfirmed();
        }
        if (approvals > 1 && !employer.isApprovedBySomebodyElse(viewer.id())) {
            employer.approve(viewer.id(), clock.instant());
            employers.flush();
            audit.record(viewer.id(), "employer.approved", SUBJECT, employerId, "");
            return false;
        }
        employer.verify(clock.instant());
        decided(viewer, employer, "verified", "");
        events.publishEvent(new EmployerVerified(employerId));
        return true;
    }

    /** Asks the employer for more, which its recruiters are mailed. */
    @Transactional
    public void ask(Viewer viewer, UUID employerId, long version, String what) {
        var employer = employers.findById(employerId).orElseThrow(NotFound::new);
        if (isAlready(employer, EmployerStatus.ASKED, what)) {
            return;
        }
        ensureAsSeen(employer, version, EmployerStatus.ASKED);
        employer.ask(what, clock.instant());
        decided(viewer, employer, "asked", what);
    }

    @Transactional
    public void decline(Viewer viewer, UUID employerId, long version, String reason) {
        var employer = employers.findById(employerId).orElseThrow(NotFound::new);
        if (isAlready(employer, EmployerStatus.DECLINED, reason)) {
            return;
        }
        ensureAsSeen(employer, version, EmployerStatus.DECLINED);
        employer.decline(reason, clock.instant());
        decided(viewer, employer, "declined", reason);
    }

    @Transactional
    public void suspend(Viewer viewer, UUID employerId, long version, String reason) {
        var employer = employers.findById(employerId).orElseThrow(NotFound::new);
        if (isAlready(employer, EmployerStatus.SUSPENDED, reason)) {
            return;
        }
        ensureAsSeen(employer, version, EmployerStatus.SUSPENDED);
        employer.suspend(reason, clock.instant());
        decided(viewer, employer, "suspended", reason);
        events.publishEvent(new EmployerNoLongerVerified(employerId));
        events.publishEvent(new EmployerSuspended(employerId, viewer.id(), reason));
    }

    private static boolean isAlready(Employer employer, EmployerStatus status, String reason) {
        return employer.status() == status && Objects.equals(employer.reason(), reason);
    }

    private static void ensureAsSeen(Employer employer, long version, EmployerStatus next) {
        if (employer.version() != version || !employer.status().canBecome(next)) {
            throw new ObjectOptimisticLockingFailureException(Employer.class, employer.id());
        }
    }

    private void decided(Viewer viewer, Employer employer, String decision, String reason) {
        // Before anything is mailed: of two administrators at once, the second fails here.
        employers.flush();
        audit.record(viewer.id(), "employer." + decision, SUBJECT, employer.id(), reason);
        Map<String, Object> model = Map.of("employer", employer.toView());
        for (var contact : contacts(recruitersOf(employer)).values()) {
            mails.send(Mails.Letter.of("employer/mail-" + decision, contact.email(), model)
                    .subjectArguments(employer.name()));
        }
    }

    private List<Recruiter> recruitersOf(Employer employer) {
        return recruiters.findByEmployerIdOrderBySince(employer.id(), Limit.of(RECRUITERS_SHOWN));
    }

    private Map<UUID, Accounts.Contact> contacts(List<Recruiter> recruiting) {
        return accounts.contacts(recruiting.stream().map(Recruiter::accountId).toList());
    }

    private List<EmployerEvidence.Person> people(Employer employer) {
        var recruiting = recruitersOf(employer);
        var contacts = contacts(recruiting);
        var domain = employer.toDraft().domain();
        return recruiting.stream()
                .filter(recruiter -> contacts.containsKey(recruiter.accountId()))
                .map(recruiter -> {
                    var contact = Objects.requireNonNull(contacts.get(recruiter.accountId()));
                    return new EmployerEvidence.Person(
                            contact.name(),
                            contact.email().value(),
                            domain.isHomeOf(contact.email()),
                            recruiter.isOwner(),
                            recruiter.since());
                })
                .toList();
    }

    private List<EmployerEvidence.Act> history(UUID employerId) {
        var entries = audit.latestAbout(SUBJECT, employerId);
        var actors = accounts.contacts(entries.stream()
                .map(Audit.Entry::actorAccountId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return entries.stream()
                .map(entry -> new EmployerEvidence.Act(
                        entry.at(), nameOf(actors.get(entry.actorAccountId())), entry.action(), entry.detail()))
                .toList();
    }

    private static @Nullable String nameOf(Accounts.@Nullable Contact contact) {
        return contact == null ? null : contact.name();
    }
}
