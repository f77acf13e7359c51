package net.gatepost.moderation;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.account.Accounts;
import net.gatepost.audit.Audit;
import net.gatepost.employer.EmployerDecisions;
import net.gatepost.employer.EmployerStatus;
import net.gatepost.employer.EmployerSuspended;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.Listings;
import net.gatepost.mail.Mails;
import net.gatepost.notification.Notice;
import net.gatepost.notification.NoticeKind;
import net.gatepost.notification.Notifications;
import net.gatepost.web.Moments;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators decide about what was reported, and how they answer an appeal. Each decision is in the audit trail; the
 * members who reported hear of it, and the employer that it is against is mailed the reason, but nothing of any report.
 */
@Service
@Transactional
public class Moderation {

    public static final int PAGE_SIZE = 25;

    private static final String SUBJECT = "moderation-case";
    private static final int REPORTS_SHOWN = 50;

    private final ModerationCaseRepository cases;
    private final ReportRepository reports;
    private final Listings listings;
    private final Employers employers;
    private final EmployerDecisions decisions;
    private final Accounts accounts;
    private final Notifications notifications;
    private final Mails mails;
    private final Audit audit;
    private final Clock clock;

    Moderation(
            ModerationCaseRepository cases,
            ReportRepository reports,
            Listings listings,
            Employers employers,
            EmployerDecisions decisions,
            Accounts accounts,
            Notifications notifications,
            Mails mails,
            Audit audit,
            Clock clock) {
        this.cases = cases;
        this.reports = reports;
        this.listings = listings;
        this.employers = employers;
        this.decisions = decisions;
        this.accounts = accounts;
        this.notifications = notifications;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** The parts of the queue. */
    public enum Part {
        OPEN,
        APPEALED,
        DECIDED
    }

    /** A report without who made it. */
    public record Told(ReportReason reason, String words, Instant at) {

        public String when() {
            return Moments.told(at);
        }

        @Override
        public String toString() {
            return "Told[withheld]";
        }
    }

    /**
     * All that is known of a case.
     *
     * @param subjectName the listing's title, the employer's or the recruiter's name; empty for one who is gone
     * @param told the first reports
     * @param others the latest decisions against the same employer, without this one
     * @param ownDecision whether the viewer decided it and somebody else is there to answer the appeal
     */
    public record File(
            CaseView about,
            EmployerView employer,
            String subjectName,
            long reports,
            List<Told> told,
            List<CaseView> others,
            boolean ownDecision) {}

    /** @param page counts from 1 */
    @Transactional(readOnly = true)
    public Page<CaseView> queue(Part part, int page) {
        var wanted = PageRequest.of(page - 1, PAGE_SIZE);
        var found = switch (part) {
            case OPEN -> cases.open(wanted);
            case APPEALED -> cases.appealed(wanted);
            case DECIDED -> cases.decided(wanted);
        };
        return found.map(ModerationCase::view);
    }

    /** How many wait for a decision or an answer. */
    @Transactional(readOnly = true)
    public long waiting() {
        var one = PageRequest.of(0, 1);
        return cases.open(one).getTotalElements() + cases.appealed(one).getTotalElements();
    }

    /** How many reports each of these has; one without any may be absent. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> reportsOf(List<CaseView> some) {
        return some.isEmpty()
                ? Map.of()
                : reports.counts(some.stream().map(CaseView::id).toList()).stream()
                        .collect(Collectors.toMap(ReportRepository.Count::caseId, ReportRepository.Count::reports));
    }

    /** @throws NotFound when there is none such */
    @Transactional(readOnly = true)
    public File file(Viewer viewer, UUID id) {
        var one = cases.findById(id).orElseThrow(NotFound::new);
        var employer = employers.byId(one.employerId()).orElseThrow(NotFound::new);
        var others = cases.against(List.of(employer.id()), List.of(Measure.values()), PageRequest.of(0, 10)).stream()
                .filter(other -> !other.id().equals(id))
                .map(ModerationCase::view)
                .toList();
        return new File(
                one.view(),
                employer,
                nameOf(one.subject(), employer),
                reports.countByCaseId(id),
                reports.of(id, Limit.of(REPORTS_SHOWN)),
                others,
                mustLeaveToAnother(viewer, one));
    }

    /**
     * Decides a case, and carries out what is decided. Does nothing where the very same was decided before.
     *
     * @param version as the page showed it
     * @param reason that the employer reads, where it is against it
     * @throws ModerationRefused when it was decided otherwise meanwhile, or can't be done
     */
    public void decide(Viewer viewer, UUID id, long version, Measure measure, String reason) {
        var one = cases.lock(id).orElseThrow(NotFound::new);
        if (!one.isOpen()) {
            if (one.view().measure() == measure) {
                return;
            }
            throw new ModerationRefused("moderation.refused.decided");
        }
        if (one.view().version() != version) {
            throw new ModerationRefused("moderation.refused.stale");
        }
        if (measure == Measure.TAKEN_DOWN && one.subject().kind() != Subject.Kind.LISTING) {
            throw new ModerationRefused("moderation.refused.no-listing");
        }
        one.decide(measure, viewer.id(), reason, clock.instant());
        cases.flush();
        audit.record(viewer.id(), "case." + word(measure), SUBJECT, id, reason);
        carryOut(viewer, one, measure, reason);
        tellReporters(one, measure);
    }

    private void carryOut(Viewer viewer, ModerationCase one, Measure measure, String reason) {
        var employer = employers.byId(one.employerId()).orElseThrow(NotFound::new);
        switch (measure) {
            case DISMISSED -> {}
            case TAKEN_DOWN -> {
                listings.takeDown(viewer, one.subject().id(), reason);
                mailEmployer(one, employer, "taken-down", reason);
            }
            case SUSPENDED -> {
                if (employer.status() == EmployerStatus.SUSPENDED) {
                    return; // and has been mailed why
                }
                if (!employer.isVerified()) {
                    throw new ModerationRefused("moderation.refused.unverified");
                }
                decisions.suspend(viewer, employer.id(), employer.version(), reason);
            }
        }
    }

    /** A suspension that no report led to is appealed against in the same way. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(EmployerSuspended news) {
        if (!cases.existsByEmployerIdAndMeasureAndReasonAndAppealIsNull(
                news.employerId(), Measure.SUSPENDED, news.reason())) {
            var now = clock.instant();
            var own = new ModerationCase(new Subject(Subject.Kind.EMPLOYER, news.employerId(), news.employerId()), now);
            own.decide(Measure.SUSPENDED, news.by(), news.reason(), now);
            cases.saveAndFlush(own);
        }
    }

    /**
     * Answers an appeal; granting it takes the decision back.
     *
     * @return whether nobody else has to say so too: where two administrators decide about employers, a suspension ends with the second
     * @throws ModerationRefused when there is none to answer, or somebody else has to
     */
    public boolean answer(Viewer viewer, UUID id, boolean granted, String words) {
        var one = cases.lock(id).orElseThrow(NotFound::new);
        if (!one.waitsForAnswer()) {
            if (one.view().answeredAt() != null && one.view().granted() == granted) {
                return true;
            }
            throw new ModerationRefused("moderation.refused.decided");
        }
        if (mustLeaveToAnother(viewer, one)) {
            throw new ModerationRefused("moderation.refused.own");
        }
        one.answer(granted, words, clock.instant());
        cases.flush();
        audit.record(viewer.id(), granted ? "case.appeal-granted" : "case.appeal-refused", SUBJECT, id, words);
        var employer = employers.byId(one.employerId()).orElseThrow(NotFound::new);
        boolean done = !granted || takeBack(viewer, one, employer, words);
        mailEmployer(one, employer, granted ? "granted" : "refused", words);
        return done;
    }

    private boolean takeBack(Viewer viewer, ModerationCase one, EmployerView employer, String words) {
        if (one.view().measure() == Measure.TAKEN_DOWN) {
            listings.putBack(viewer, one.subject().id(), words);
        } else if (employer.status() == EmployerStatus.SUSPENDED) {
            return decisions.verify(viewer, employer.id(), employer.version());
        }
        return true;
    }

    /** Whoever decided does not judge their own decision while somebody else could. */
    private boolean mustLeaveToAnother(Viewer viewer, ModerationCase one) {
        return viewer.id().equals(one.decidedBy()) && accounts.countAdministrators() > 1;
    }

    private void tellReporters(ModerationCase one, Measure measure) {
        String key = measure == Measure.DISMISSED ? "moderation.notice.dismissed" : "moderation.notice.acted";
        var employer = employers.byId(one.employerId()).map(EmployerView::name).orElse("");
        var notice = new Notice(NoticeKind.REPORT, key, List.of(employer), "/me/reports", "case/" + one.id());
        var all = new HashMap<UUID, Notice>();
        reports.reportersOf(one.id()).forEach(reporter -> all.put(reporter, notice));
        notifications.tell(all);
    }

    private void mailEmployer(ModerationCase one, EmployerView employer, String outcome, String words) {
        Map<String, Object> model = Map.of(
                "employer", employer,
                "caseId", one.id(),
                "subjectName", mailedNameOf(one.subject(), employer),
                "outcome", outcome,
                "words", words);
        accounts.contacts(employers.recruitersOf(employer.id()))
                .values()
                .forEach(contact -> mails.send(Mails.Letter.of("moderation/mail-decision", contact.email(), model)
                        .subjectArguments(employer.name())));
    }

    /** A mail outlives whoever it names, so it names no person. */
    private String mailedNameOf(Subject subject, EmployerView employer) {
        return subject.kind() == Subject.Kind.RECRUITER ? employer.name() : nameOf(subject, employer);
    }

    private String nameOf(Subject subject, EmployerView employer) {
        return switch (subject.kind()) {
            case LISTING ->
                listings.published(subject.id()).map(listing -> listing.title()).orElse("");
            case EMPLOYER -> employer.name();
            case RECRUITER -> {
                Accounts.@Nullable Contact who =
                        accounts.contacts(List.of(subject.id())).get(subject.id());
                yield who == null ? "" : who.name();
            }
        };
    }

    private static String word(Measure measure) {
        return switch (requireNonNull(measure)) {
            case DISMISSED -> "dismissed";
            case TAKEN_DOWN -> "taken-down";
            case SUSPENDED -> "suspended";
        };
    }
}
