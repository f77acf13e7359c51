package net.gatepost.mailinglist.issue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import net.gatepost.account.Accounts;
import net.gatepost.audit.Audit;
import net.gatepost.mail.Mails;
import net.gatepost.web.LongestPause;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The issues, as administrators compose and send them. The routes that lead here are an administrator's alone. */
@Service
@Transactional
class Issues {

    static final int PAGE_SIZE = 25;

    private static final String SUBJECT = "mailing-issue";
    private static final int STARTED_AT_ONCE = 10;

    private final IssueRepository issues;
    private final Deliveries deliveries;
    private final IssueWords words;
    private final Mails mails;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    Issues(
            IssueRepository issues,
            Deliveries deliveries,
            IssueWords words,
            Mails mails,
            Accounts accounts,
            Audit audit,
            Clock clock) {
        this.issues = issues;
        this.deliveries = deliveries;
        this.words = words;
        this.mails = mails;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param page counts from 1 */
    @Transactional(readOnly = true)
    public Page<IssueView> page(int page) {
        return withCounts(issues.findAllByOrderByMadeAtDescIdDesc(PageRequest.of(page - 1, PAGE_SIZE)));
    }

    /** What anybody may read: the issues that were sent, the latest first. */
    @Transactional(readOnly = true)
    public Page<IssueView> archive(int page) {
        return issues.archive(PageRequest.of(page - 1, PAGE_SIZE)).map(issue -> IssueView.of(issue, Map.of()));
    }

    @Transactional(readOnly = true)
    public IssueView archived(UUID id) {
        return issues.findById(id)
                .filter(issue -> issue.startedAt() != null)
                .map(issue -> IssueView.of(issue, Map.of()))
                .orElseThrow(NotFound::new);
    }

    private Page<IssueView> withCounts(Page<Issue> page) {
        var counts = deliveries.counts(page.map(Issue::id).getContent());
        return page.map(issue -> IssueView.of(issue, counts.getOrDefault(issue.id(), Map.of())));
    }

    @Transactional(readOnly = true)
    public IssueView one(UUID id) {
        var issue = issues.findById(id).orElseThrow(NotFound::new);
        return IssueView.of(issue, deliveries.counts(List.of(id)).getOrDefault(id, Map.of()));
    }

    /** How many an issue would go to now. */
    @Transactional(readOnly = true)
    public long audience(IssueDraft draft) {
        return deliveries.audience(draft);
    }

    /**
     * Makes a draft.
     *
     * @param submissionId names the form, so that sending it twice makes one
     */
    public UUID draft(Viewer administrator, UUID submissionId, IssueDraft draft) {
        var known = issues.findBySubmissionId(submissionId);
        if (known.isPresent()) {
            return known.get().id();
        }
        var issue = issues.save(new Issue(submissionId, null, draft, clock.instant()));
        audit.record(administrator.id(), "mailing-issue.drafted", SUBJECT, issue.id(), "");
        return issue.id();
    }

    /**
     * @param version as the form was filled from
     * @throws StaleIssue when it has changed since, except to the very same
     * @throws IllegalIssueState when it is no draft any more
     */
    public void revise(UUID id, long version, IssueDraft draft) {
        var issue = locked(id);
        if (issue.content().equals(draft)) {
            return; // the same form, sent twice
        }
        if (issue.version() != version) {
            throw new StaleIssue();
        }
        issue.revise(draft);
    }

    /** Has it leave at that moment, or at once if that has passed. A second time changes nothing. */
    public void schedule(Viewer administrator, UUID id, Instant at) {
        act(administrator, id, IssueStatus.SCHEDULED, "scheduled", issue -> issue.schedule(at));
    }

    public void unschedule(Viewer administrator, UUID id) {
        act(administrator, id, IssueStatus.DRAFT, "unscheduled", Issue::unschedule);
    }

    public void pause(Viewer administrator, UUID id) {
        act(administrator, id, IssueStatus.PAUSED, "paused", Issue::pause);
    }

    public void resume(Viewer administrator, UUID id) {
        act(administrator, id, IssueStatus.SENDING, "resumed", Issue::resume);
    }

    /** Nobody else gets it. Mails that have left are not called back. */
    public void cancel(Viewer administrator, UUID id) {
        act(administrator, id, IssueStatus.CANCELLED, "cancelled", issue -> issue.cancel(clock.instant()));
    }

    private void act(Viewer administrator, UUID id, IssueStatus next, String action, Consumer<Issue> deed) {
        var issue = locked(id);
        if (issue.status() != next) {
            deed.accept(issue);
            audit.record(administrator.id(), "mailing-issue." + action, SUBJECT, id, "");
        }
    }

    /** Mails it to whoever asks, as a reader would get it, marked as a test. */
    public void test(Viewer administrator, UUID id) {
        var issue = issues.findById(id).orElseThrow(NotFound::new);
        var to = accounts.member(administrator.id()).email();
        mails.send(words.test(issue.id(), issue.content(), to));
    }

    private Issue locked(UUID id) {
        return issues.lock(id).orElseThrow(NotFound::new);
    }

    /** Sends those on their way whose time has come, and puts down who gets them. Answers whether any is on its way. */
    public boolean startDue() {
        var now = clock.instant();
        for (UUID id : issues.due(now, Limit.of(STARTED_AT_ONCE))) {
            issues.lock(id)
                    .filter(issue -> issue.status() == IssueStatus.SCHEDULED)
                    .ifPresent(issue -> {
                        issue.begin(now);
                        issues.flush();
                        deliveries.putDown(id, issue.content());
                    });
        }
        return !issues.underWay(now, LongestPause.after(now), Limit.of(1)).isEmpty();
    }
}
