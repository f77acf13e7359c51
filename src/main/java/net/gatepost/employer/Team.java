package net.gatepost.employer;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.audit.Audit;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.Mails;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who recruits for an employer. Owners invite, remove and give roles; a recruiter may leave. Every change locks the
 * employer's recruiters in one order, so that an employer never loses its last owner, whoever acts at the same moment.
 */
@Service
@Transactional
public class Team {

    /** More than this at once is a mailing, not a team. */
    static final int MOST_OPEN_INVITATIONS = 100;

    private final EmployerRepository employers;
    private final RecruiterRepository recruiters;
    private final InvitationRepository invitations;
    private final Accounts accounts;
    private final Audit audit;
    private final Mails mails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Team(
            EmployerRepository employers,
            RecruiterRepository recruiters,
            InvitationRepository invitations,
            Accounts accounts,
            Audit audit,
            Mails mails,
            ApplicationEventPublisher events,
            Clock clock) {
        this.employers = employers;
        this.recruiters = recruiters;
        this.invitations = invitations;
        this.accounts = accounts;
        this.audit = audit;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One who recruits for an employer.
     *
     * @param atDomain whether the address, which its owner confirmed, belongs to the employer's domain
     */
    public record Colleague(
            UUID id, UUID accountId, String name, String email, boolean atDomain, boolean owner, Instant since) {

        @Override
        public String toString() {
            return "Colleague[withheld]";
        }
    }

    /** An invitation that is open. */
    public record Invited(UUID id, UUID employerId, String email, boolean owner, Instant invitedAt, Instant endsAt) {

        @Override
        public String toString() {
            return "Invited[withheld]";
        }
    }

    /** A team as one of its members sees it; who is no owner sees no invitations. */
    public record Roster(
            EmployerView employer, boolean viewerOwns, List<Colleague> colleagues, List<Invited> invitations) {}

    @Transactional(readOnly = true)
    public boolean isOwner(UUID accountId, UUID employerId) {
        return recruiters.existsByEmployerIdAndAccountIdAndOwnerTrue(employerId, accountId);
    }

    /** @throws NotFound when there is no such employer, or this person does not recruit for it */
    @Transactional(readOnly = true)
    public Roster roster(Viewer viewer, UUID employerId) {
        var employer = employers.findActedForBy(employerId, viewer.id()).orElseThrow(NotFound::new);
        var recruiting = recruiters.findByEmployerIdOrderBySince(employerId, Limit.of(Employers.MOST_OF_ONE_EMPLOYER));
        boolean owns = recruiting.stream()
                .anyMatch(each -> each.isOwner() && each.accountId().equals(viewer.id()));
        var open = owns
                ? invitations.openOf(employerId, clock.instant(), Limit.of(MOST_OPEN_INVITATIONS)).stream()
                        .map(Invitation::view)
                        .toList()
                : List.<Invited>of();
        return new Roster(employer.toView(), owns, colleagues(employer, recruiting), open);
    }

    /** By account: who recruits for it, to name them beside what they do. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(UUID employerId) {
        var recruiting = recruiters.findByEmployerIdOrderBySince(employerId, Limit.of(Employers.MOST_OF_ONE_EMPLOYER));
        return accounts.contacts(recruiting.stream().map(Recruiter::accountId).toList()).values().stream()
                .collect(toMap(Accounts.Contact::accountId, Accounts.Contact::name));
    }

    /**
     * Asks somebody to recruit for an employer, by mail. Whoever is asked already is not asked again.
     *
     * @throws NotFound unless the viewer owns it
     * @throws TeamRefused if the address recruits for it already, or too many invitations are open
     */
    public void invite(Viewer viewer, UUID employerId, EmailAddress email, boolean owner) {
        var employer = requireOwned(viewer, employerId);
        var now = clock.instant();
        boolean onTeam = accounts.findByEmail(email)
                .filter(member -> recruiters.existsByEmployerIdAndAccountId(employerId, member.id()))
                .isPresent();
        if (onTeam) {
            throw new TeamRefused("team.invite.already");
        }
        var earlier = invitations.findByEmployerIdAndClaimedEmail(employerId, email.value());
        if (earlier.isPresent() && earlier.get().isOpen(now)) {
            return;
        }
        earlier.ifPresent(Invitation::lapse);
        invitations.flush();
        if (invitations.openOf(employerId, now, Limit.of(MOST_OPEN_INVITATIONS)).size() == MOST_OPEN_INVITATIONS) {
            throw new TeamRefused("team.invite.many");
        }
        var invitation = invitations.saveAndFlush(new Invitation(employerId, email, owner, viewer.id(), now));
        audit.record(viewer.id(), "employer.invited", EmployerDecisions.SUBJECT, employerId, roleOf(owner));
        mails.send(Mails.Letter.of(
                        "employer/mail-invitation",
                        email,
                        Map.of("employer", employer.toView(), "invitation", invitation.view()))
                .subjectArguments(employer.name()));
    }

    /** Takes an open invitation back; does nothing to one that is not open any more. */
    public void withdraw(Viewer viewer, UUID employerId, UUID invitationId) {
        requireOwned(viewer, employerId);
        var invitation = invitations
                .lockById(invitationId)
                .filter(each -> each.employerId().equals(employerId))
                .orElseThrow(NotFound::new);
        if (invitation.isOpen(clock.instant())) {
            invitation.end(InvitationStatus.WITHDRAWN);
            audit.record(viewer.id(), "employer.uninvited", EmployerDecisions.SUBJECT, employerId, "");
        }
    }

    /** An invitation as whoever is invited sees it. */
    public record Asked(UUID id, EmployerView employer, boolean owner, Instant endsAt) {}

    /** The open invitations to the viewer's address. */
    @Transactional(readOnly = true)
    public List<Asked> asked(Viewer viewer) {
        var open = invitations.openTo(emailOf(viewer), clock.instant(), Limit.of(Employers.MOST_OF_ONE_PERSON));
        var byId = employers
                .findByIdIn(open.stream().map(Invitation::employerId).toList())
                .stream()
                .collect(toMap(Employer::id, identity()));
        return open.stream()
                .map(each -> new Asked(
                        each.id(),
                        Objects.requireNonNull(byId.get(each.employerId())).toView(),
                        each.isForOwner(),
                        each.view().endsAt()))
                .toList();
    }

    /**
     * Takes an invitation. Again by the same person is done once.
     *
     * @throws NotFound unless it was made to the viewer's address and can still be taken
     */
    public EmployerView accept(Viewer viewer, UUID invitationId) {
        var invitation = invitations
                .lockById(invitationId)
                .filter(each -> each.email().value().equals(emailOf(viewer)))
                .orElseThrow(NotFound::new);
        var employer = employers.findById(invitation.employerId()).orElseThrow(NotFound::new);
        boolean onTeam = recruiters.existsByEmployerIdAndAccountId(employer.id(), viewer.id());
        if (invitation.isOpen(clock.instant())) {
            invitation.end(InvitationStatus.ACCEPTED);
            if (!onTeam) {
                recruiters.saveAndFlush(
                        Recruiter.of(employer.id(), viewer.id(), invitation.isForOwner(), clock.instant()));
                audit.record(
                        viewer.id(),
                        "employer.joined",
                        EmployerDecisions.SUBJECT,
                        employer.id(),
                        roleOf(invitation.isForOwner()));
            }
        } else if (invitation.status() != InvitationStatus.ACCEPTED || !onTeam) {
            throw new NotFound();
        }
        return employer.toView();
    }

    public void refuse(Viewer viewer, UUID invitationId) {
        var invitation = invitations
                .lockById(invitationId)
                .filter(each -> each.email().value().equals(emailOf(viewer)))
                .orElseThrow(NotFound::new);
        if (invitation.isOpen(clock.instant())) {
            invitation.end(InvitationStatus.REFUSED);
        }
    }

    /**
     * Makes a recruiter an owner, or an owner a recruiter.
     *
     * @throws NotFound unless the viewer owns the employer and that person recruits for it
     * @throws TeamRefused if that person is the last owner
     */
    public void giveRole(Viewer viewer, UUID employerId, UUID recruiterId, boolean owner) {
        var team = lockTeam(viewer, employerId);
        var recruiter = find(team, recruiterId);
        if (recruiter.isOwner() == owner) {
            return;
        }
        refuseLastOwner(team, recruiter);
        recruiter.giveRole(owner);
        audit.record(
                viewer.id(),
                "employer.role-given",
                EmployerDecisions.SUBJECT,
                employerId,
                roleOf(owner) + " " + recruiter.accountId());
    }

    /**
     * Takes somebody off the team; whoever is no owner can only leave. Their access ends with their next request.
     *
     * @throws NotFound unless the viewer owns the employer or leaves it themself
     * @throws TeamRefused if that person is the last owner
     */
    public void remove(Viewer viewer, UUID employerId, UUID recruiterId) {
        var team = recruiters.lockTeamOf(employerId);
        var self = team.stream()
                .filter(each -> each.accountId().equals(viewer.id()))
                .findFirst()
                .orElseThrow(NotFound::new);
        var recruiter = find(team, recruiterId);
        if (!self.isOwner() && recruiter != self) {
            throw new NotFound();
        }
        refuseLastOwner(team, recruiter);
        recruiters.delete(recruiter);
        recruiters.flush();
        audit.record(
                viewer.id(),
                recruiter == self ? "employer.left" : "employer.removed",
                EmployerDecisions.SUBJECT,
                employerId,
                recruiter.accountId().toString());
        var employer = employers.findById(employerId).orElseThrow(NotFound::new);
        events.publishEvent(new RecruiterLeft(employerId, recruiter.accountId(), heirOf(team, recruiter, self)));
        if (recruiter != self) {
            var contact = accounts.contacts(List.of(recruiter.accountId())).get(recruiter.accountId());
            if (contact != null) {
                mails.send(
                        Mails.Letter.of("employer/mail-removed", contact.email(), Map.of("employer", employer.toView()))
                                .subjectArguments(employer.name()));
            }
        }
    }

    /** Who answers for what somebody leaves behind: whoever removed them, or the longest-standing other owner. */
    private static UUID heirOf(List<Recruiter> team, Recruiter leaving, Recruiter actor) {
        return leaving != actor
                ? actor.accountId()
                : team.stream()
                        .filter(each -> each != leaving && each.isOwner())
                        .min(Comparator.comparing(Recruiter::since))
                        .orElseThrow()
                        .accountId();
    }

    private static void refuseLastOwner(List<Recruiter> team, Recruiter recruiter) {
        if (recruiter.isOwner() && team.stream().filter(Recruiter::isOwner).count() == 1) {
            throw new TeamRefused("team.last-owner");
        }
    }

    private static Recruiter find(List<Recruiter> team, UUID recruiterId) {
        return team.stream()
                .filter(each -> each.id().equals(recruiterId))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Recruiter> lockTeam(Viewer viewer, UUID employerId) {
        var team = recruiters.lockTeamOf(employerId);
        if (team.stream().noneMatch(each -> each.isOwner() && each.accountId().equals(viewer.id()))) {
            throw new NotFound();
        }
        return team;
    }

    private Employer requireOwned(Viewer viewer, UUID employerId) {
        lockTeam(viewer, employerId);
        return employers.findById(employerId).orElseThrow(NotFound::new);
    }

    private List<Colleague> colleagues(Employer employer, List<Recruiter> recruiting) {
        var contacts =
                accounts.contacts(recruiting.stream().map(Recruiter::accountId).toList());
        var domain = employer.toDraft().domain();
        return recruiting.stream()
                .filter(each -> contacts.containsKey(each.accountId()))
                .map(each -> {
                    var contact = Objects.requireNonNull(contacts.get(each.accountId()));
                    return new Colleague(
                            each.id(),
                            each.accountId(),
                            contact.name(),
                            contact.email().value(),
                            domain.isHomeOf(contact.email()),
                            each.isOwner(),
                            each.since());
                })
                .toList();
    }

    private String emailOf(Viewer viewer) {
        return accounts.member(viewer.id()).email().value();
    }

    private static String roleOf(boolean owner) {
        return owner ? "owner" : "recruiter";
    }
}
