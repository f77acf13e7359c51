package net.gatepost.employer;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The employers, as everybody else sees them. */
@Service
public class Employers {

    /** How many employers one person may act for and still see them all; nobody comes near it. */
    static final int MOST_OF_ONE_PERSON = 100;

    /** How many people may recruit for one employer and still all be known as its own. */
    static final int MOST_OF_ONE_EMPLOYER = 1_000;

    private final EmployerRepository employers;
    private final RecruiterRepository recruiters;
    private final LookAlikes lookAlikes;
    private final Slugs slugs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Employers(
            EmployerRepository employers,
            RecruiterRepository recruiters,
            LookAlikes lookAlikes,
            Slugs slugs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.employers = employers;
        this.recruiters = recruiters;
        this.lookAlikes = lookAlikes;
        this.slugs = slugs;
        this.events = events;
        this.clock = clock;
    }

    /** The employers that this person recruits for, by name. */
    @Transactional(readOnly = true)
    public List<EmployerView> actingFor(Viewer viewer) {
        return employers.findActedForBy(viewer.id(), Limit.of(MOST_OF_ONE_PERSON)).stream()
                .map(Employer::toView)
                .toList();
    }

    /**
     * The employers that nobody but this person recruits for. Locks who recruits for them until the caller's transaction
     * ends: of two colleagues who leave at once, the second is the only one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<EmployerView> onlyRecruitedForBy(UUID accountId) {
        Map<UUID, Long> recruiting =
                recruiters.lockColleaguesOf(accountId).stream().collect(groupingBy(Recruiter::employerId, counting()));
        var alone = recruiting.entrySet().stream()
                .filter(employer -> employer.getValue() == 1)
                .map(Map.Entry::getKey)
                .toList();
        return byIds(alone).values().stream()
                .sorted(Comparator.comparing(EmployerView::name))
                .toList();
    }

    /** The employers that others recruit for, too, but nobody else owns; locks as {@link #onlyRecruitedForBy} does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<EmployerView> onlyOwnedBy(UUID accountId) {
        var teams = recruiters.lockColleaguesOf(accountId).stream().collect(groupingBy(Recruiter::employerId));
        var owned = teams.entrySet().stream()
                .filter(team -> team.getValue().size() > 1)
                .filter(team -> team.getValue().stream()
                        .filter(Recruiter::isOwner)
                        .allMatch(owner -> owner.accountId().equals(accountId)))
                .map(Map.Entry::getKey)
                .toList();
        return byIds(owned).values().stream()
                .sorted(Comparator.comparing(EmployerView::name))
                .toList();
    }

    /** Who recruits for it, verified or not, the longest first, up to {@value #MOST_OF_ONE_EMPLOYER}. */
    @Transactional(readOnly = true)
    public List<UUID> recruitersOf(UUID employerId) {
        return recruiters.accountIdsOf(employerId, Limit.of(MOST_OF_ONE_EMPLOYER));
    }

    @Transactional(readOnly = true)
    public boolean recruitsFor(UUID accountId, UUID employerId) {
        return recruiters.existsByEmployerIdAndAccountId(employerId, accountId);
    }

    /** @throws NotFound when there is none such, or this person does not recruit for it */
    @Transactional(readOnly = true)
    public EmployerView requireActingFor(Viewer viewer, UUID employerId) {
        return employers
                .findActedForBy(employerId, viewer.id())
                .map(Employer::toView)
                .orElseThrow(NotFound::new);
    }

    /**
     * The same for something that shows in the employer's name: whether it is verified stays as it is told here until the
     * transaction ends, because a decision about it waits for that, and so sees what was shown.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public EmployerView requirePublishingFor(Viewer viewer, UUID employerId) {
        return employers
                .lockActedForBy(employerId, viewer.id())
                .map(Employer::toView)
                .orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public Optional<EmployerView> bySlug(String slug) {
        return employers.findBySlug(slug).map(Employer::toView);
    }

    /** The employer as the public may see it: only while it is verified. */
    @Transactional(readOnly = true)
    public Optional<EmployerView> verifiedBySlug(String slug) {
        return bySlug(slug).filter(EmployerView::isVerified);
    }

    @Transactional(readOnly = true)
    public Optional<EmployerView> byId(UUID id) {
        return employers.findById(id).map(Employer::toView);
    }

    /** Those of these that exist, by id: one statement for a page of listings. */
    @Transactional(readOnly = true)
    public Map<UUID, EmployerView> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : employers.findByIdIn(ids).stream().map(Employer::toView).collect(toMap(EmployerView::id, identity()));
    }

    /** Whether its listings may be live; read where something goes live, in that transaction. */
    @Transactional(readOnly = true)
    public boolean isVerified(UUID id) {
        return employers.existsByIdAndStatus(id, EmployerStatus.VERIFIED);
    }

    /**
     * The verified employers by name.
     *
     * @param nameContains in any case; empty for all
     * @param page counts from 1
     */
    @Transactional(readOnly = true)
    public Page<EmployerView> verified(String nameContains, int page, int size) {
        String escaped = nameContains.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
        return employers
                .findVerifiedLike("%" + escaped + "%", PageRequest.of(page - 1, size, Sort.by("nameKey", "id")))
                .map(Employer::toView);
    }

    /**
     * Registers an employer that needs no decision, because whoever runs the site vouches for it: demonstration data and
     * imports. Its claims must be free.
     */
    @Transactional
    public EmployerView registerVerified(EmployerDraft draft, Collection<UUID> recruiterIds) {
        var now = clock.instant();
        var employer = new Employer(slugs.freeFor(draft.name()), draft, now);
        employer.verify(now);
        employers.saveAndFlush(employer);
        lookAlikes.remember(employer);
        recruiterIds.forEach(accountId -> recruiters.save(Recruiter.owner(employer.id(), accountId, now)));
        events.publishEvent(new EmployerVerified(employer.id()));
        return employer.toView();
    }
}
