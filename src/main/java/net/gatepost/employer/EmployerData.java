package net.gatepost.employer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.account.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** For which employers a person recruits, and was asked to. The employers are not theirs and stay. */
@Component
@Order(70)
class EmployerData implements PersonalData {

    private static final int MOST_INVITATIONS = 1_000;

    private final RecruiterRepository recruiters;
    private final InvitationRepository invitations;
    private final MailProofRepository proofs;
    private final EmployerRepository repository;
    private final Employers employers;
    private final Accounts accounts;

    EmployerData(
            RecruiterRepository recruiters,
            InvitationRepository invitations,
            MailProofRepository proofs,
            EmployerRepository repository,
            Employers employers,
            Accounts accounts) {
        this.proofs = proofs;
        this.repository = repository;
        this.employers = employers;
        this.recruiters = recruiters;
        this.invitations = invitations;
        this.accounts = accounts;
    }

    /** An employer that somebody acts for. */
    record ActsFor(
            UUID employerId, String employer, String domain, EmployerStatus status, boolean owner, Instant since) {}

    /** An invitation to the person's address. */
    record InvitedTo(String employer, boolean asOwner, Instant invitedAt, Instant endsAt, InvitationStatus status) {}

    /** An address at an employer's domain that the person showed to be theirs. */
    record Shown(
            String employer,
            String email,
            Instant askedAt,
            @Nullable Instant confirmedAt) {}

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        List<ActsFor> actsFor = recruiters.findActedForBy(accountId);
        archive.json("employers", actsFor);
        archive.json("work-addresses", proofs.findOf(accountId, Limit.of(MOST_INVITATIONS)));
        archive.json("invitations", invitations.findTo(emailOf(accountId), Limit.of(MOST_INVITATIONS)));
    }

    /** Nobody would be left who could invite or remove anybody. */
    @Override
    public List<Hindrance> hindrances(UUID accountId) {
        return employers.onlyOwnedBy(accountId).stream()
                .map(employer -> new Hindrance(
                        "data.hindrance.owner", List.of(employer.name()), "/hire/team?employer=" + employer.id()))
                .toList();
    }

    @Override
    public void erase(UUID accountId) {
        recruiters.deleteOf(accountId);
        proofs.deleteOf(accountId);
        repository.forgetApprover(accountId);
        invitations.deleteTo(emailOf(accountId));
        invitations.forgetInviter(accountId);
    }

    private String emailOf(UUID accountId) {
        return accounts.member(accountId).email().value();
    }
}
