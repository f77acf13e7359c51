package net.gatepost.candidate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.candidate.search.CandidateQuery;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.notification.Notice;
import net.gatepost.notification.NoticeKind;
import net.gatepost.notification.Notifications;
import net.gatepost.web.Moments;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Employers ask masked members who they are; members answer, and may take the answer back at any time. */
@Service
public class Requests {

    public static final int PAGE_SIZE = 25;
    public static final int LONGEST_MESSAGE = 500;

    private final RequestRepository requests;
    private final ProfileRepository profiles;
    private final Findable findable;
    private final Grants grants;
    private final Employers employers;
    private final Notifications notifications;
    private final Clock clock;

    Requests(
            RequestRepository requests,
            ProfileRepository profiles,
            Findable findable,
            Grants grants,
            Employers employers,
            Notifications notifications,
            Clock clock) {
        this.requests = requests;
        this.profiles = profiles;
        this.findable = findable;
        this.grants = grants;
        this.employers = employers;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** What a recruiter is told of the request of their employer, if there was one. */
    public record Standing(RequestStatus status, boolean mayAskAgain) {}

    /** One request as its member reads it. */
    public record Asked(
            UUID id,
            UUID employerId,
            String employer,
            String recruiter,
            @Nullable String message,
            RequestStatus status,
            Instant askedAt) {

        public String when() {
            return Moments.told(askedAt);
        }

        @Override
        public String toString() {
            return "Asked[withheld]";
        }
    }

    /** The question may not be asked now: it stands already, or the member said no of late. */
    public static class NotNow extends RuntimeException {
        NotNow() {
            super("this member may not be asked now", null, false, false);
        }
    }

    /** It was answered meanwhile in another way. */
    public static class Answered extends RuntimeException {
        Answered() {
            super("answered meanwhile", null, false, false);
        }
    }

    /**
     * Asks a masked member who they are.
     *
     * @throws NotFound unless the employer may find the member now, masked
     * @throws NotNow if it stands already, or the member said no of late
     */
    @Transactional
    public void ask(Viewer recruiter, UUID employerId, UUID handle, @Nullable String message) {
        var finder = findable.finder(recruiter, employerId);
        boolean masked = findable.among(finder, List.of(handle), CandidateQuery.EVERYBODY).stream()
                .anyMatch(card -> !card.named());
        if (!masked) {
            throw new NotFound();
        }
        UUID member = profiles.findByHandle(handle).orElseThrow(NotFound::new).accountId();
        var now = clock.instant();
        try {
            var before = requests.findByAccountIdAndEmployerId(member, employerId);
            if (before.isPresent() && !before.get().mayAsk(now)) {
                throw new NotNow();
            }
            before.ifPresent(request -> request.ask(recruiter, message, now));
            var request = requests.saveAndFlush(
                    before.orElseGet(() -> new Request(member, employerId, recruiter, message, now)));
            tell(
                    member,
                    NoticeKind.REVEAL_REQUEST,
                    "candidate.notice.asked",
                    List.of(finder.employer().name()),
                    "/me/privacy",
                    "asked/" + request.id() + '/' + now.toEpochMilli());
        } catch (DataIntegrityViolationException | OptimisticLockingFailureException askedAtOnce) {
            throw new NotNow();
        }
    }

    /** What became of the employer's request; empty where it never asked. */
    @Transactional(readOnly = true)
    public Optional<Standing> standing(Viewer recruiter, UUID employerId, UUID handle) {
        findable.finder(recruiter, employerId);
        return profiles.findByHandle(handle)
                .flatMap(profile -> requests.findByAccountIdAndEmployerId(profile.accountId(), employerId))
                .map(request -> new Standing(request.status(), request.mayAsk(clock.instant())));
    }

    /**
     * All that the viewer was asked, the newest first.
     *
     * @param page counts from 1
     */
    @Transactional(readOnly = true)
    public Page<Asked> of(Viewer viewer, int page) {
        var found = requests.findByAccountIdOrderByAskedAtDescIdDesc(viewer.id(), PageRequest.of(page - 1, PAGE_SIZE));
        var names = employers.byIds(found.map(Request::employerId).toSet());
        return found.map(request -> new Asked(
                request.id(),
                request.employerId(),
                Optional.ofNullable(names.get(request.employerId()))
                        .map(EmployerView::name)
                        .orElse(""),
                request.recruiterName(),
                request.message(),
                request.status(),
                request.askedAt()));
    }

    /** Who asked, and for whom; the name is empty once that account is gone. */
    public record Asker(UUID accountId, String name, UUID employerId) {
        @Override
        public String toString() {
            return "Asker[withheld]";
        }
    }

    /** Who asked the viewer with that request; empty for anybody else's. */
    @Transactional(readOnly = true)
    public Optional<Asker> askerOf(Viewer viewer, UUID requestId) {
        return requests.findById(requestId)
                .filter(request -> request.accountId().equals(viewer.id()))
                .map(request -> new Asker(request.recruiterId(), request.recruiterName(), request.employerId()));
    }

    /**
     * The viewer says who they are, says no, or takes back what they said; the same answer again does nothing. A name that is
     * taken back is hidden with the employer's next request.
     *
     * @throws Answered if that is no answer to what stands there now
     */
    @Transactional
    public void answer(Viewer viewer, UUID requestId, RequestStatus answer) {
        var request = requests.lockByIdAndAccountId(requestId, viewer.id()).orElseThrow(NotFound::new);
        if (request.status() == answer && answer != RequestStatus.ASKED) {
            return;
        }
        if (!request.status().canBecome(answer)) {
            throw new Answered();
        }
        var now = clock.instant();
        request.become(answer, now);
        if (answer == RequestStatus.REVEALED) {
            grants.revealed(viewer.id(), request.employerId(), request.id());
        } else {
            grants.takenBack(request.id());
        }
        tellAsker(request, answer, now);
    }

    private void tellAsker(Request request, RequestStatus answer, Instant now) {
        if (answer == RequestStatus.TAKEN_BACK || !employers.recruitsFor(request.recruiterId(), request.employerId())) {
            return;
        }
        var handle = profiles.findByAccountId(request.accountId())
                .map(Profile::handle)
                .orElseThrow();
        tell(
                request.recruiterId(),
                NoticeKind.APPLICANT,
                "candidate.notice." + answer.name(),
                List.of(),
                "/hire/candidates/" + handle + "?employer=" + request.employerId(),
                "answered/" + request.id() + '/' + now.toEpochMilli());
    }

    private void tell(UUID whom, NoticeKind kind, String key, List<String> arguments, String path, String once) {
        notifications.tell(whom, new Notice(kind, key, arguments, path, once));
    }
}
