package net.gatepost.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class EmployerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final EmployerDraft draft = EmployerDrafts.any();
    private final Employer employer = new Employer("halden", draft, NOW);

    @Test
    void aNewOneWaitsAndHoldsWhatItClaims() {
        assertThat(employer.status()).isEqualTo(EmployerStatus.PENDING);
        assertThat(employer.holdsOf(draft)).isEqualTo(EnumSet.of(Claim.DOMAIN, Claim.CAGE, Claim.UEI));
    }

    @Test
    void aDeclinedOneHoldsNothingAndRemembersWhy() {
        employer.decline("Not the domain's owner", NOW);

        assertThat(employer.holdsOf(draft)).isEmpty();
        assertThat(employer.reason()).isEqualTo("Not the domain's owner");
    }

    @Test
    void aCorrectedOneWaitsAgainAndHoldsItsClaims() {
        employer.decline("Not the domain's owner", NOW);
        var corrected = EmployerDrafts.any();
        employer.correct(corrected, NOW.plusSeconds(60));

        assertThat(employer.status()).isEqualTo(EmployerStatus.PENDING);
        assertThat(employer.reason()).isNull();
        assertThat(employer.holdsOf(corrected)).hasSize(3);
        assertThat(employer.holdsOf(draft)).isEmpty();
        assertThat(employer.toDraft()).isEqualTo(corrected);
    }

    @Test
    void aSuspendedOneKeepsItsClaimsAndCanBeVerifiedAgain() {
        employer.verify(NOW);
        employer.suspend("Complaints", NOW);
        assertThat(employer.holdsOf(draft)).hasSize(3);

        employer.verify(NOW);
        assertThat(employer.status()).isEqualTo(EmployerStatus.VERIFIED);
        assertThat(employer.reason()).isNull();
    }

    @Test
    void aVerifiedOneCanBeNeitherCorrectedNorDeclined() {
        employer.verify(NOW);

        assertThatThrownBy(() -> employer.correct(EmployerDrafts.any(), NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> employer.decline("Too late", NOW)).isInstanceOf(IllegalStateException.class);
        assertThat(employer.status()).isEqualTo(EmployerStatus.VERIFIED);
        assertThat(employer.holdsOf(draft)).hasSize(3);
    }

    @Test
    void aWaitingOneCanNotBeSuspended() {
        assertThatThrownBy(() -> employer.suspend("Too early", NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void twoNamesAreTheSameButForCasePunctuationAndLegalForm() {
        String key = NameKey.of("Halden Ridge Systems, Inc.");
        assertThat(NameKey.of("HALDEN-RIDGE SYSTEMS L.L.C.")).isEqualTo(key);
        assertThat(NameKey.of("Halden Ridge Systems Company, Ltd")).isEqualTo(key);
        assertThat(NameKey.of("Halden Ridge")).isNotEqualTo(key);
        assertThat(NameKey.of("Inc.")).as("a name of nothing but a form stays").isEqualTo("inc");
    }
}
