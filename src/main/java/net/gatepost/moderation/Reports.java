package net.gatepost.moderation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.gatepost.account.Races;
import net.gatepost.candidate.Requests;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.Listings;
import net.gatepost.web.Moments;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members report about a listing, an employer, or a recruiter who asked who they are. */
@Service
public class Reports {

    public static final int LONGEST_WORDS = 2000;
    public static final int PAGE_SIZE = 25;

    /** Of one case: who comes later is thanked, and their words would tell an administrator nothing new. */
    static final int MOST_OF_A_CASE = 200;

    private final ReportRepository reports;
    private final ModerationCaseRepository cases;
    private final Listings listings;
    private final Employers employers;
    private final Requests requests;
    private final Races races;
    private final Clock clock;

    Reports(
            ReportRepository reports,
            ModerationCaseRepository cases,
            Listings listings,
            Employers employers,
            Requests requests,
            Races races,
            Clock clock) {
        this.reports = reports;
        this.cases = cases;
        this.listings = listings;
        this.employers = employers;
        this.requests = requests;
        this.races = races;
        this.clock = clock;
    }

    /** What can be reported, and how a person knows it. */
    public record Target(Subject subject, String name, String employer) {}

    /** What a member has reported. */
    public record Mine(
            UUID id,
            Subject.Kind kind,
            UUID subjectId,
            UUID employerId,
            ReportReason reason,
            String words,
            Instant reportedAt,
            @Nullable Measure measure) {

        public String when() {
            return Moments.told(reportedAt);
        }

        @Override
        public String toString() {
            return "Mine[withheld]";
        }
    }

    /** @throws NotFound when it was never published */
    @Transactional(readOnly = true)
    public Target listing(UUID id) {
        var listing = listings.published(id).orElseThrow(NotFound::new);
        return new Target(
                new Subject(Subject.Kind.LISTING, id, listing.employerId()),
                listing.takenDown() == null ? listing.title() : "",
                nameOf(listing.employerId()));
    }

    /** @throws NotFound when it was never verified: the public knows of no other */
    @Transactional(readOnly = true)
    public Target employer(UUID id) {
        var employer = employers.byId(id).filter(EmployerView::isVerified).orElseThrow(NotFound::new);
        return new Target(new Subject(Subject.Kind.EMPLOYER, id, id), employer.name(), employer.name());
    }

    /** @throws NotFound unless the viewer was asked with that request */
    @Transactional(readOnly = true)
    public Target recruiter(Viewer viewer, UUID requestId) {
        var asker = requests.askerOf(viewer, requestId).orElseThrow(NotFound::new);
        return new Target(
                new Subject(Subject.Kind.RECRUITER, asker.accountId(), asker.employerId()),
                asker.name(),
                nameOf(asker.employerId()));
    }

    /**
     * Puts a report before the administrators.
     *
     * @param submissionId names the form, so that sending it twice reports once
     */
    public void report(Viewer viewer, Subject subject, UUID submissionId, ReportReason reason, String words) {
        races.decide(() -> {
            var now = clock.instant();
            if (!reports.existsByAccountIdAndSubmissionId(viewer.id(), submissionId)) {
                var about = cases.lockOpen(subject.key())
                        .orElseGet(() -> cases.saveAndFlush(new ModerationCase(subject, now)));
                if (reports.countByCaseId(about.id()) < MOST_OF_A_CASE) {
                    reports.saveAndFlush(new Report(about.id(), viewer.id(), submissionId, reason, words, now));
                }
            }
            return subject;
        });
    }

    /**
     * What the viewer has reported, the newest first.
     *
     * @param page counts from 1
     */
    @Transactional(readOnly = true)
    public Page<Mine> of(Viewer viewer, int page) {
        return reports.madeBy(viewer.id(), PageRequest.of(page - 1, PAGE_SIZE));
    }

    /** How a person knows what was reported, by its id; absent for a listing that nobody may see any more. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(List<Mine> some) {
        var names = new HashMap<UUID, String>();
        var named =
                employers.byIds(some.stream().map(Mine::employerId).distinct().toList());
        some.stream()
                .filter(each -> each.kind() != Subject.Kind.LISTING && named.containsKey(each.employerId()))
                .forEach(each -> names.put(
                        each.subjectId(),
                        Objects.requireNonNull(named.get(each.employerId())).name()));
        listings
                .publishedAmong(some.stream()
                        .filter(each -> each.kind() == Subject.Kind.LISTING)
                        .map(Mine::subjectId)
                        .distinct()
                        .toList())
                .stream()
                .filter(listing -> listing.takenDown() == null)
                .forEach(listing -> names.put(listing.id(), listing.title()));
        return names;
    }

    private String nameOf(UUID employerId) {
        return employers.byId(employerId).map(EmployerView::name).orElse("");
    }
}
