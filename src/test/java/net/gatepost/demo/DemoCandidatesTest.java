package net.gatepost.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.gatepost.candidate.CandidateImport;
import net.gatepost.candidate.Certification;
import net.gatepost.candidate.CertificationList;
import net.gatepost.candidate.Visibility;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.ClearanceProblem;
import net.gatepost.clearance.ClearanceStatus;
import net.gatepost.place.Gazetteer;
import net.gatepost.spill.SpillGuard;
import net.gatepost.spill.SpillVerdict;
import org.junit.jupiter.api.Test;

class DemoCandidatesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final UUID ACCOUNT = UUID.randomUUID();

    private static final DemoCandidates MAKER =
            new DemoCandidates(DemoEmployer.all(DemoPerson.all()), Words.read(), Gazetteer.shipped());

    private static final List<CandidateImport> MANY =
            LongStream.range(0, 3_000).mapToObj(DemoCandidatesTest::profile).toList();

    private static CandidateImport profile(long number) {
        return MAKER.candidate(number, NOW).content().of(ACCOUNT);
    }

    @Test
    void aPersonIsTheSameWheneverTheyAreMade() {
        var one = MAKER.candidate(77, NOW);
        var again = new DemoCandidates(DemoEmployer.all(DemoPerson.all()), Words.read(), Gazetteer.shipped())
                .candidate(77, NOW);

        assertThat(again.name()).isEqualTo(one.name());
        assertThat(again.content().of(ACCOUNT)).isEqualTo(one.content().of(ACCOUNT));
    }

    @Test
    void mostLetThemselvesBeFoundMasked() {
        Map<Visibility, Long> counts =
                MANY.stream().collect(Collectors.groupingBy(CandidateImport::visibility, Collectors.counting()));

        assertThat(counts.get(Visibility.MASKED)).isBetween(1_600L, 1_880L);
        assertThat(counts.get(Visibility.OPEN)).isBetween(430L, 590L);
        assertThat(counts.get(Visibility.SEALED)).isBetween(640L, 860L);
    }

    @Test
    void everybodyHoldsSomethingThatTheCatalogueKnowsAndThatHoldsTogether() {
        var catalogue = ClearanceCatalogue.shipped();
        for (var profile : MANY) {
            assertThat(profile.clearances()).hasSize(1);
            var clearance = profile.clearances().get(0);
            assertThat(ClearanceProblem.of(catalogue, clearance, TODAY)).isEmpty();
        }
        assertThat(MANY)
                .extracting(profile ->
                        catalogue.status(profile.clearances().get(0), TODAY).state())
                .contains(ClearanceStatus.State.ACTIVE, ClearanceStatus.State.CURRENT, ClearanceStatus.State.EXPIRED);
    }

    @Test
    void whatTheyWroteFitsWhereItIsStoredAndIsNoSpill() {
        var guard = new SpillGuard();
        for (var profile : MANY) {
            assertThat(profile.basics().headline()).hasSizeLessThanOrEqualTo(120);
            assertThat(profile.basics().summary()).hasSizeLessThanOrEqualTo(4_000);
            assertThat(guard.inspect(profile.basics().summary()).verdict()).isEqualTo(SpillVerdict.ALLOW);
            profile.work().forEach(work -> {
                assertThat(work.title()).hasSizeLessThanOrEqualTo(120);
                assertThat(work.description()).isNotBlank();
                assertThat(work.started()).isBefore(YearMonth.from(TODAY));
                assertThat(work.ended() == null || work.started().isBefore(work.ended()))
                        .isTrue();
            });
            assertThat(profile.service())
                    .allMatch(service -> service.ended() != null && service.started() < service.ended());
            assertThat(profile.certifications())
                    .extracting(Certification::code)
                    .allMatch(code -> code != null
                            && CertificationList.shipped().byCode(code).isPresent());
            assertThat(profile.writtenAt()).isBefore(NOW);
        }
    }

    @Test
    void someWorkForAnEmployerOfThisSite() {
        var domains = DemoEmployer.all(DemoPerson.all()).stream()
                .map(DemoEmployer::domain)
                .toList();

        assertThat(MANY.stream()
                        .filter(profile -> domains.contains(
                                String.valueOf(profile.personal().employerDomain())))
                        .count())
                .isBetween(480L, 720L);
    }

    @Test
    void aPersonIsNamedInNoLog() {
        assertThat(MAKER.candidate(3, NOW).toString())
                .doesNotContain(MAKER.candidate(3, NOW).name())
                .doesNotContain("candidate-4@");
    }
}
