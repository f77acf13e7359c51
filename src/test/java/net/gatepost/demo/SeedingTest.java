package net.gatepost.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.util.List;
import net.gatepost.ModuleTest;
import net.gatepost.account.Accounts;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Section;
import net.gatepost.employer.Employers;
import net.gatepost.index.IndexBuilds;
import net.gatepost.job.Listings;
import net.gatepost.mail.EmailAddress;
import net.gatepost.site.StartupNote;
import net.gatepost.web.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ModuleTest
@DirtiesContext
@TestPropertySource(properties = {"gatepost.demo=true", "gatepost.demo.listings=60", "gatepost.demo.candidates=40"})
class SeedingTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Candidates candidates;

    @Autowired
    Employers employers;

    @Autowired
    Listings listings;

    @Autowired
    DemoDesks desks;

    @Autowired
    ListingSeeding listingSeeding;

    @Autowired
    DemoProfiles profiles;

    @Autowired
    CandidateSeeding candidateSeeding;

    @Autowired
    DemoResume resume;

    @Autowired
    DemoLooks looks;

    @Autowired
    DemoApplications applications;

    @Autowired
    DemoSaved saved;

    @Autowired
    DemoBriefings briefings;

    @Autowired
    DemoList list;

    @Autowired
    IndexBuilds index;

    @Autowired
    ConfigurableApplicationContext site;

    @Autowired
    Seeding seeding;

    @Autowired
    List<StartupNote> notes;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Test
    void theDemoPeopleCanSignIn() {
        for (var person : DemoPerson.all()) {
            assertThat(mvc.post()
                            .uri("/sign-in")
                            .param("email", person.email().value())
                            .param("passphrase", DemoPerson.PASSPHRASE)
                            .with(csrf()))
                    .as(person.name())
                    .hasRedirectedUrl(person.desk().path());
        }
    }

    @Test
    void fortyEmployersAreThereAndAllButOneIsVerified() {
        assertThat(employers.verified("", 1, 100).getTotalElements()).isEqualTo(39);
        assertThat(employers.bySlug("hollowreed-advisory"))
                .hasValueSatisfying(sashas -> assertThat(sashas.isVerified()).isFalse());
    }

    @Test
    void theMailingListHasGrownForMonthsAndItsIssuesAreInTheArchive() {
        assertThat(database.sql("select count(*) from subscriber where email not like '%.example'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("select distinct kind from subscriber_event")
                        .query(String.class)
                        .list())
                .contains("ASKED", "CONFIRMED", "LEFT", "SOFT_BOUNCE", "HARD_BOUNCE", "COMPLAINT");
        assertThat(database.sql("select count(*) from mailing_delivery where status = 'SENT'")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(300);
        assertThat(mvc.get().uri("/mailing-list/archive"))
                .hasStatusOk()
                .bodyText()
                .contains("Briefings of the week", "Cleared jobs this week");
    }

    @Test
    void thoseWhoLookForWorkHaveAProfileWithAClearance() {
        for (String who : List.of("casey", "morgan")) {
            var viewer = desks.viewer(new EmailAddress(who + "@demo.example"), Role.MEMBER);

            assertThat(candidates.profileOf(viewer).clearances()).as(who).hasSize(1);
        }
    }

    @Test
    void asManyListingsAsAskedForAreLiveAndTheOtherStatesAreAtTheFirstEmployer() {
        assertThat(listings.countLive()).isEqualTo(60);
        var first = desks.desk(desks.all.get(0));
        assertThat(states(first.employerId().toString())).contains("DRAFT", "CLOSED");
        assertThat(database.sql("select count(*) from listing where status = 'LIVE' and ends_at < :now")
                        .param("now", java.sql.Timestamp.from(clock.instant()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(states(desks.desk(desks.waiting()).employerId().toString())).containsExactly("DRAFT");
    }

    @Test
    void theFirstEmployersRecruiterHasApplicantsButNoSealedOneAmongThem() {
        assertThat(database.sql("select stage from application where employer_id = ?")
                        .param(desks.desk(desks.all.get(0)).employerId())
                        .query(String.class)
                        .list())
                .contains("SUBMITTED", "IN_REVIEW", "INTERVIEW");
        var morgan = desks.viewer(new EmailAddress("morgan@demo.example"), Role.MEMBER);
        assertThat(database.sql("select count(*) from application where account_id = ?")
                        .param(morgan.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void startingAgainSeedsNothing() throws InterruptedException {
        long before = rows();
        long people = accounts.page(PageRequest.ofSize(1)).getTotalElements();

        seeding.run(new DefaultApplicationArguments());

        assertThat(rows()).isEqualTo(before);
        assertThat(accounts.page(PageRequest.ofSize(1)).getTotalElements()).isEqualTo(people);
    }

    @Test
    void aSeedingThatWasKilledGoesOnWhereItWas() throws InterruptedException {
        var words = Words.read();
        var killed = listingSeeding.of(2_500, desks, words);
        try {
            killed.bringIn(done -> {
                throw new IllegalStateException("killed at " + done);
            });
        } catch (IllegalStateException asPlanned) {
            assertThat(asPlanned).hasMessage("killed at 1060");
        }
        assertThat(listings.countLive()).isEqualTo(1_060);

        seeding(2_500, 40).run(new DefaultApplicationArguments());

        assertThat(listings.countLive()).isEqualTo(2_500);
        // As it was, for the other tests.
        for (String table :
                List.of("saved_listing", "application_answer", "application_step", "application", "listing")) {
            database.sql("delete from " + table).update();
        }
        seeding(60, 40).run(new DefaultApplicationArguments());
    }

    @Test
    void theConsoleNamesTheDemoPeople() {
        assertThat(notes.stream().map(StartupNote::text))
                .anyMatch(note ->
                        note.contains("casey") && note.contains("avery") && note.contains("cleared for demo only"));
    }

    @Test
    void asManyCandidatesAsAskedForAreThereWithWholeProfiles() {
        assertThat(people()).isGreaterThanOrEqualTo(40);
        for (long number = 0; number < 40; number++) {
            var viewer = desks.viewer(DemoCandidates.emailOf(number), Role.MEMBER);
            var profile = candidates.profileOf(viewer);

            assertThat(profile.clearances()).as("candidate " + number).hasSize(1);
            assertThat(profile.basics().skills()).isNotEmpty();
            assertThat(profile.plans().places()).isNotEmpty();
            assertThat(profile.rows(Section.WORK)).isNotEmpty();
        }
    }

    @Test
    void candidatesWhomAKilledSeedingLeftOutAreBroughtInByTheNext() throws InterruptedException {
        var words = Words.read();
        try {
            candidateSeeding.bringIn(1_100, desks, words, done -> {
                throw new IllegalStateException("killed at " + done);
            });
        } catch (IllegalStateException asPlanned) {
            assertThat(asPlanned).hasMessage("killed at 1040");
        }
        assertThat(people()).isEqualTo(1_040);

        seeding(60, 1_100).run(new DefaultApplicationArguments());

        assertThat(people()).isEqualTo(1_100);
        assertThat(listings.countLive()).isEqualTo(60);
    }

    @Test
    void whatTheEndOfTheSiteBreaksOffIsNoFailureAndAnythingElseIs() {
        var arguments = new DefaultApplicationArguments();
        var ended = new GenericApplicationContext();
        ended.refresh();
        ended.close();

        var failing = mock(DemoBriefings.class);
        doThrow(new IllegalStateException("broken off")).when(failing).bringIn();

        assertThatCode(() -> seeding(60, 40, failing, ended).run(arguments)).doesNotThrowAnyException();
        assertThatThrownBy(() -> seeding(60, 40, failing, site).run(arguments)).hasMessage("broken off");
    }

    private Seeding seeding(long count, long people) {
        return seeding(count, people, briefings, site);
    }

    private Seeding seeding(long count, long people, DemoBriefings briefings, ConfigurableApplicationContext site) {
        return new Seeding(
                desks,
                listingSeeding,
                profiles,
                candidateSeeding,
                resume,
                looks,
                applications,
                saved,
                briefings,
                list,
                index,
                site,
                clock,
                count,
                people);
    }

    private long people() {
        return database.sql(
                        "select count(*) from account a join candidate_profile p on p.account_id = a.id where a.email like 'candidate-%'")
                .query(Long.class)
                .single();
    }

    private List<String> states(String employer) {
        return database.sql("select distinct status from listing where employer_id = cast(:id as uuid)")
                .param("id", employer)
                .query(String.class)
                .list();
    }

    private long rows() {
        return database.sql("select count(*) from listing").query(Long.class).single();
    }
}
