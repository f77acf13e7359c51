package net.gatepost.moderation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.employer.Companies;
import net.gatepost.employer.EmployerDecisions;
import net.gatepost.employer.Employers;
import net.gatepost.job.ListingDrafts;
import net.gatepost.job.Listings;
import net.gatepost.mail.SentMails;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From a member's report to the answer to the employer's appeal. */
@ModuleTest
class ModerationTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Employers employers;

    @Autowired
    EmployerDecisions decisions;

    @Autowired
    Listings listings;

    @Autowired
    SentMails mails;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private Person member;
    private Person recruiter;
    private Person administrator;
    private UUID employer;
    private UUID listing;

    @BeforeEach
    void aListingStandsThere() {
        member = people.member();
        recruiter = people.member();
        administrator = people.administrator();
        employer = companies.verified(recruiter);
        listing = live();
    }

    @Test
    void aReportReachesTheQueueWithoutWhoMadeIt() {
        assertThat(browser.get().uri("/reports/new?listing=" + listing)).hasStatus(302);
        assertThat(browser.get().uri("/reports/new?listing=" + listing).with(member))
                .hasStatusOk()
                .bodyText()
                .contains("Signals Systems Engineer");

        assertThat(report(member, UUID.randomUUID(), "NOT_REAL", "They never answer <b>me</b>"))
                .hasStatus(302)
                .hasRedirectedUrl("/me/reports");

        assertThat(browser.get().uri("/admin/reports/" + theCase()).with(administrator))
                .hasStatusOk()
                .bodyText()
                .contains("Signals Systems Engineer", "They never answer &lt;b&gt;me&lt;/b&gt;", "There is no such job")
                .doesNotContain(member.email().value(), member.id().toString());
        assertThat(browser.get().uri("/me/reports").with(member)).bodyText().contains("Being looked at");
        assertThat(browser.get().uri("/me/reports").with(recruiter)).bodyText().contains("You have reported nothing");
    }

    @Test
    void whatIsIncompleteIsAskedForAgainAndKept() {
        assertThat(report(member, UUID.randomUUID(), "", "Typed words"))
                .hasStatus(422)
                .bodyText()
                .contains("Typed words");
        assertThat(report(member, UUID.randomUUID(), "OTHER", " "))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#words\"");
        assertThat(report(member, UUID.randomUUID(), "NOT_REAL", "x".repeat(2001)))
                .hasStatus(422);
        assertThat(report(member, UUID.randomUUID(), "NOT_REAL", "a\0b")).hasStatus(422);
        assertThat(browser.get().uri("/reports/new").with(member)).hasStatus(404);
        assertThat(browser.get()
                        .uri("/reports/new?listing=" + UUID.randomUUID())
                        .with(member))
                .hasStatus(404);
        assertThat(browser.get().uri("/reports/new?listing=nonsense").with(member))
                .hasStatus4xxClientError();
        assertThat(reports()).isZero();
    }

    @Test
    void theSameFormTwiceReportsOnceAndManyMakeOneCase() throws Exception {
        UUID form = UUID.randomUUID();
        report(member, form, "NOT_REAL", "");
        report(member, form, "NOT_REAL", "");
        var several = Executors.newFixedThreadPool(4);
        try {
            var posts = IntStream.range(0, 4)
                    .mapToObj(at -> (Callable<Integer>)
                            () -> report(people.member(), UUID.randomUUID(), "OUT_OF_DATE", "Number " + at)
                                    .getResponse()
                                    .getStatus())
                    .toList();
            for (var answer : several.invokeAll(posts)) {
                assertThat(answer.get()).isEqualTo(302);
            }
        } finally {
            several.shutdownNow();
        }
        assertThat(reports()).isEqualTo(5);
        assertThat(theCase()).isNotNull();
    }

    @Test
    void aListingThatIsTakenDownIsGoneAndItsEmployerToldWhy() {
        report(member, UUID.randomUUID(), "NOT_REAL", "It is a trick");
        UUID about = theCase();

        assertThat(decide(about, "TAKEN_DOWN", "There is no such contract.")).hasStatus(302);
        assertThat(decide(about, "TAKEN_DOWN", "There is no such contract."))
                .as("the same decision again")
                .hasStatus(302);
        assertThat(decide(about, "DISMISSED", "All is well")).hasStatus(409);

        assertThat(browser.get().uri("/jobs/" + listing))
                .hasStatus(410)
                .bodyText()
                .doesNotContain("“Signals Systems Engineer”");
        var mail = mails.latestTo(recruiter.email());
        assertThat(mails.to(recruiter.email())).hasSize(1);
        assertThat(mail.text()).contains("There is no such contract.").doesNotContain("trick");
        assertThat(mail.link("/hire/decisions")).isEqualTo("/hire/decisions/" + about);
        assertThat(mails.latestTo(member.email()).text()).contains("Something was done");
        assertThat(browser.get().uri("/me/reports").with(member)).bodyText().contains("Listing taken down");
        assertThat(browser.get().uri("/hire/listings/" + listing).with(recruiter))
                .bodyText()
                .contains("There is no such contract.", "/hire/decisions");
        companies.suspend(employer);
        companies.verify(employer);
        assertThat(browser.get().uri("/jobs/" + listing))
                .as("that its employer is verified again lifts nothing")
                .hasStatus(410);
    }

    @Test
    void theSameWordsDoNotComeBackAsAnotherListing() {
        var draft = listings.hiring(viewer(recruiter), listing).content();
        report(member, UUID.randomUUID(), "NOT_REAL", "");
        decide(theCase(), "TAKEN_DOWN", "Not real");
        UUID again = listings.draft(viewer(recruiter), employer, UUID.randomUUID(), draft);

        assertThat(browser.post()
                        .uri("/hire/listings/" + again + "/publication")
                        .with(recruiter)
                        .with(csrf())
                        .param("version", "0"))
                .hasStatus4xxClientError()
                .bodyText()
                .contains("was taken down by an administrator");
        assertThat(browser.get().uri("/jobs/" + again)).hasStatus(404);
    }

    @Test
    void anAppealIsAnsweredBySomebodyElseAndTakesTheDecisionBack() {
        report(member, UUID.randomUUID(), "NOT_REAL", "");
        UUID about = theCase();
        decide(about, "TAKEN_DOWN", "Not real");

        assertThat(appeal(people.member(), about, "Let me in")).hasStatus(404);
        assertThat(appeal(recruiter, about, "")).hasStatus(422);
        assertThat(appeal(recruiter, about, "Here is the contract.")).hasStatus(302);
        assertThat(appeal(recruiter, about, "Here is the contract.")).hasStatus(302);
        assertThat(appeal(recruiter, about, "Another word")).hasStatus(409);

        assertThat(answer(administrator, about, "GRANTED", "You were right"))
                .as("whoever decided it")
                .hasStatus(409);
        var blake = people.administrator();
        assertThat(browser.get().uri("/admin/reports/" + about).with(blake))
                .bodyText()
                .contains("Here is the contract.");
        assertThat(answer(blake, about, "", "You were right")).hasStatus(422);
        assertThat(answer(blake, about, "GRANTED", "You were right")).hasStatus(302);
        assertThat(answer(blake, about, "GRANTED", "You were right")).hasStatus(302);
        assertThat(answer(blake, about, "REFUSED", "No")).hasStatus(409);

        assertThat(listings.liveAmong(Set.of(listing))).containsExactly(listing);
        assertThat(mails.latestTo(recruiter.email()).text()).contains("was granted", "You were right");
        assertThat(browser.get().uri("/hire/decisions/" + about).with(recruiter))
                .bodyText()
                .contains("Appeal granted", "You were right");
    }

    @Test
    void aSuspensionIsAppealedAgainstWhoeverBeganIt() {
        var now = employers.byId(employer).orElseThrow();
        decisions.suspend(viewer(administrator), employer, now.version(), "Complaints");
        UUID about = database.sql("select id from moderation_case where employer_id = ?")
                .param(employer)
                .query(UUID.class)
                .single();
        assertThat(mails.latestTo(recruiter.email()).link("/hire/decisions")).isEqualTo("/hire/decisions");
        assertThat(browser.get().uri("/hire/decisions").with(recruiter))
                .bodyText()
                .contains("/hire/decisions/" + about);

        appeal(recruiter, about, "They are settled.");
        assertThat(answer(people.administrator(), about, "GRANTED", "Settled")).hasStatus(302);

        assertThat(employers.isVerified(employer)).isTrue();
        assertThat(listings.liveAmong(Set.of(listing))).containsExactly(listing);
    }

    @Test
    void anEmployerIsSuspendedForAReportOnce() {
        report(member, UUID.randomUUID(), "PRETENDS", "");
        UUID about = theCase();

        assertThat(decide(about, "SUSPENDED", "They are somebody else")).hasStatus(302);

        assertThat(employers.isVerified(employer)).isFalse();
        assertThat(listings.liveAmong(Set.of(listing))).isEmpty();
        assertThat(database.sql("select count(*) from moderation_case where employer_id = ?")
                        .param(employer)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(mails.to(recruiter.email())).hasSize(1);
    }

    @Test
    void aRecruiterIsReportedByWhoeverTheyAskedAndByNobodyElse() {
        UUID request = UUID.randomUUID();
        database.sql("""
                        insert into candidate_request (id, version, account_id, employer_id, recruiter_id, recruiter_name, status,
                                                       asked_at)
                        values (?, 0, ?, ?, ?, 'Riley Test', 'ASKED', current_timestamp)""").params(request, member.id(), employer, recruiter.id()).update();

        assertThat(browser.get().uri("/reports/new?request=" + request).with(people.member()))
                .hasStatus(404);
        assertThat(browser.get().uri("/reports/new?request=" + request).with(member))
                .hasStatusOk()
                .bodyText()
                .contains("Riley Test");
        assertThat(report(
                        member,
                        Map.of("request", request.toString(), "reason", "ASKS_FOR_SECRETS", "words", "My codes")))
                .hasStatus(302);
        assertThat(decide(theCase(), "TAKEN_DOWN", "No listing here")).hasStatus(409);
    }

    @Test
    void aListingPostedAgainInTheSameWordsKeepsItsFirstDate() {
        var first = listings.hiring(viewer(recruiter), listing);
        listings.close(viewer(recruiter), listing, net.gatepost.job.CloseReason.values()[0]);
        var draft = first.content();

        UUID again = listings.draft(viewer(recruiter), employer, UUID.randomUUID(), draft);
        listings.publish(viewer(recruiter), again, 0);

        var second = listings.hiring(viewer(recruiter), again);
        assertThat(second.repostOf()).isEqualTo(listing);
        assertThat(second.postedAt()).isEqualTo(first.postedAt());
        assertThat(browser.get().uri(second.path())).bodyText().contains("has posted this before in the same words");
        assertThat(first.repostOf()).isNull();
    }

    private UUID live() {
        var draft = ListingDrafts.ending(
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(20))
                .draft();
        UUID id = listings.draft(viewer(recruiter), employer, UUID.randomUUID(), draft);
        listings.publish(viewer(recruiter), id, 0);
        return id;
    }

    private MvcTestResult report(Person person, UUID form, String reason, String words) {
        return report(
                person,
                Map.of("listing", listing.toString(), "submission", form.toString(), "reason", reason, "words", words));
    }

    private MvcTestResult report(Person person, Map<String, String> fields) {
        var request = browser.post().uri("/reports").with(person).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    /** The open one, or else the only one. */
    private UUID theCase() {
        return database.sql("select id from moderation_case where employer_id = ?")
                .param(employer)
                .query(UUID.class)
                .single();
    }

    private long reports() {
        return database.sql(
                        "select count(*) from report r join moderation_case c on c.id = r.case_id where c.employer_id = ?")
                .param(employer)
                .query(Long.class)
                .single();
    }

    private MvcTestResult decide(UUID about, String choice, String reason) {
        return post(administrator, "/admin/reports/" + about + "/decision", Map.of("choice", choice, "reason", reason));
    }

    private MvcTestResult answer(Person person, UUID about, String choice, String reason) {
        return post(person, "/admin/reports/" + about + "/answer", Map.of("choice", choice, "reason", reason));
    }

    private MvcTestResult appeal(Person person, UUID about, String words) {
        return post(person, "/hire/decisions/" + about + "/appeal", Map.of("words", words));
    }

    private MvcTestResult post(Person person, String address, Map<String, String> fields) {
        var request = browser.post().uri(address).with(person).with(csrf()).param("version", "0");
        fields.forEach(request::param);
        return request.exchange();
    }

    private static Viewer viewer(Person person) {
        return new Viewer(person.id(), "Robin Test", Set.of(Role.MEMBER));
    }
}
