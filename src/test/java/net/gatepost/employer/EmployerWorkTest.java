package net.gatepost.employer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.RetentionPeriods;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class EmployerWorkTest {

    private static final Instant THEN = Instant.parse("2026-01-05T12:00:00Z");

    @Autowired
    RetentionPeriods periods;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    MailProofRepository proofs;

    @Autowired
    TransactionTemplate transaction;

    private Person riley;
    private UUID employer;

    @BeforeEach
    void anEmployer() {
        riley = people.member();
        employer = companies.verified(riley);
    }

    private void forgetAt(Instant now) {
        transaction.executeWithoutResult(
                status -> EmployerWork.forget(invitations, proofs, now.minus(periods.invitations())));
    }

    private static EmailAddress somebody() {
        return new EmailAddress(UUID.randomUUID() + "@people.example");
    }

    @Test
    void theAddressOfWhoWasInvitedIsForgottenAMonthAfterTheInvitationHasEnded() {
        var invitation = invitations.save(new Invitation(employer, somebody(), false, riley.id(), THEN));
        var forgotten = THEN.plus(Invitation.LIFETIME).plus(Duration.ofDays(30));

        forgetAt(forgotten.minusSeconds(1));
        assertThat(invitations.existsById(invitation.id())).isTrue();
        forgetAt(forgotten.plusSeconds(1));
        assertThat(invitations.existsById(invitation.id())).isFalse();
    }

    @Test
    void anAddressThatNobodyHasProvedIsForgottenAndAProvedOneIsNot() {
        var unproved = proofs.save(new MailProof(employer, riley.id(), somebody(), THEN));
        var proved = new MailProof(employer, riley.id(), somebody(), THEN);
        proved.confirm(THEN);
        proved = proofs.save(proved);
        var forgotten = THEN.plus(MailProof.LIFETIME).plus(Duration.ofDays(30));

        forgetAt(forgotten.minusSeconds(1));
        assertThat(proofs.existsById(unproved.id())).isTrue();
        forgetAt(forgotten.plusSeconds(1));
        assertThat(proofs.existsById(unproved.id())).isFalse();
        assertThat(proofs.existsById(proved.id())).isTrue();
    }
}
