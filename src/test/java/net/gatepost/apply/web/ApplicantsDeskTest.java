package net.gatepost.apply.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.apply.Applicants;
import net.gatepost.apply.Applications;
import net.gatepost.apply.Applying;
import net.gatepost.apply.Stage;
import net.gatepost.audit.Audit;
import net.gatepost.employer.Companies;
import net.gatepost.job.Listings;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.SentMails;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The board, the team's notes and ratings, moving several at once, and what leaves as a spreadsheet. */
@ModuleTest
class ApplicantsDeskTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Applicants applicants;

    @Autowired
    Applications applications;

    @Autowired
    SentMails mails;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient database;

    private Hiring hiring;
    private UUID listing;
    private Person casey;
    private UUID application;

    @BeforeEach
    void somebodyApplies(@Autowired Listings listings, @Autowired Applying applying, @Autowired Clock clock) {
        hiring = new Hiring(people, companies, listings, applying, clock);
        listing = hiring.listing();
        casey = people.named("Casey Moreno", new EmailAddress(UUID.randomUUID() + "@people.example"));
        application = hiring.applied(casey, listing);
    }

    @Test
    void theBoardHasAColumnForEachStage() {
        var other = hiring.applied(people.member(), listing);
        applicants.move(Hiring.viewer(hiring.recruiter), listing, other, 0, Stage.INTERVIEW, null);

        var board = page(path() + "?view=board");

        assertThat(board.select(".board-column h2").eachText())
                .containsExactly(
                        "Submitted 1", "Viewed 0", "In review 0", "Interview 1", "Offer 0", "Hired 0", "Declined 0");
        assertThat(board.select(".board-column[aria-label=Submitted] .board-card")
                        .text())
                .contains("Casey Moreno");
        assertThat(board.select("input[name=chosen]")).hasSize(2);
    }

    @Test
    void anApplicantSeesWhetherTheyMeetTheClearanceExplained() {
        assertThat(page(path() + "/" + application)
                        .select("section[aria-labelledby=why]")
                        .text())
                .contains("Whether they meet the clearance", "They have entered no clearance.");
    }

    @Test
    void aNoteIsTheTeamsAndGoesWithTheApplication() {
        var colleague = people.member();
        database.sql("insert into employer_recruiter (id, version, employer_id, account_id, owner, since)"
                        + " values (?, 0, ?, ?, false, current_timestamp)")
                .params(UUID.randomUUID(), hiring.employer, colleague.id())
                .update();
        String form = UUID.randomUUID().toString();

        assertThat(post(colleague, "/notes", Map.of("words", "Good <b>talk</b>", "submission", form)))
                .hasStatus(302);
        assertThat(post(colleague, "/notes", Map.of("words", "Good <b>talk</b>", "submission", form)))
                .hasStatus(302);

        var page = page(path() + "/" + application);
        assertThat(page.select("section[aria-labelledby=notes] .as-typed").eachText())
                .containsExactly("Good <b>talk</b>");
        assertThat(browser.get().uri("/me/applications/" + application).with(casey))
                .bodyText()
                .doesNotContain("Good");
        applications.withdraw(Hiring.viewer(casey), application);
        assertThat(notes()).isZero();
    }

    @Test
    void whoWroteANoteOrOwnsTheTeamRemovesItAndNobodyElse() {
        var colleague = people.member();
        database.sql("insert into employer_recruiter (id, version, employer_id, account_id, owner, since)"
                        + " values (?, 0, ?, ?, false, current_timestamp)")
                .params(UUID.randomUUID(), hiring.employer, colleague.id())
                .update();
        post(hiring.recruiter, "/notes", Map.of("words", "Mine"));
        String note = database.sql("select id from application_note where application_id = ?")
                .param(application)
                .query(UUID.class)
                .single()
                .toString();
        database.sql("update employer_recruiter set owner = false where employer_id = ?")
                .param(hiring.employer)
                .update();

        assertThat(post(colleague, "/notes/" + note + "/removal", Map.of())).hasStatus(404);
        assertThat(post(people.member(), "/notes/" + note + "/removal", Map.of()))
                .hasStatus(404);
        assertThat(notes()).isEqualTo(1);
        assertThat(post(hiring.recruiter, "/notes/" + note + "/removal", Map.of()))
                .hasStatus(302);
        assertThat(post(hiring.recruiter, "/notes/" + note + "/removal", Map.of()))
                .as("again")
                .hasStatus(302);
        assertThat(notes()).isZero();
    }

    @Test
    void nothingIsWrittenAboutWhoeverIsErased() {
        database.sql("update application set account_id = null where id = ?")
                .param(application)
                .update();

        assertThat(page(path() + "/" + application).select("section[aria-labelledby=notes]"))
                .isEmpty();
        assertThat(post(hiring.recruiter, "/notes", Map.of("words", "Casey Moreno")))
                .hasStatus(404);
        assertThat(post(hiring.recruiter, "/rating", Map.of("stars", "1"))).hasStatus(404);
        assertThat(notes()).isZero();
    }

    @Test
    void aNoteThatCannotBeKeptIsNotLost() {
        for (String words : List.of("", "   ", "x".repeat(2001), "a\u0007b")) {
            assertThat(post(hiring.recruiter, "/notes", Map.of("words", words)))
                    .hasStatus(302)
                    .flash()
                    .containsKeys("noteProblem", "noteTyped");
        }
        assertThat(notes()).isZero();
    }

    @Test
    void eachRatesOnceAndTheTeamsMeanIsShown() {
        post(hiring.recruiter, "/rating", Map.of("stars", "2"));
        post(hiring.recruiter, "/rating", Map.of("stars", "5"));
        assertThat(page(path()).text()).contains("5.0 of 5, by 1");

        post(hiring.recruiter, "/rating", Map.of("stars", "99"));
        assertThat(page(path()).text()).doesNotContain("of 5, by");
        assertThat(post(people.member(), "/rating", Map.of("stars", "1"))).hasStatus(404);
    }

    @Test
    void severalAreMovedAtOnceAndOneThatHasMovedMeanwhileStopsNoOther() {
        var drew = people.member();
        var other = hiring.applied(drew, listing);
        applicants.move(Hiring.viewer(hiring.recruiter), listing, other, 0, Stage.INTERVIEW, null);

        assertThat(bulk(hiring.recruiter, "OFFER", "", application + ":0", other + ":0"))
                .flash()
                .extractingByKey("bulk")
                .asString()
                .contains("One applicant is moved and told; one could not go there");
        assertThat(stageOf(application)).isEqualTo("OFFER");
        assertThat(stageOf(other)).isEqualTo("INTERVIEW");
        assertThat(mails.latestTo(casey.email()).text()).contains("Signals Systems Engineer");
    }

    @Test
    void whoIsDeclinedReadsTheChosenWords() {
        assertThat(bulk(hiring.recruiter, "DECLINED", "FILLED", application + ":0"))
                .hasStatus(302);
        assertThat(bulk(hiring.recruiter, "DECLINED", "FILLED", application + ":0"))
                .as("again")
                .hasStatus(302);

        assertThat(browser.get().uri("/me/applications/" + application).with(casey))
                .bodyText()
                .contains("This position has been filled.");
        assertThat(mails.to(casey.email())).hasSize(1);
    }

    @Test
    void ofOneWhoIsDeclinedAloneOwnWordsGoBeforeTheTemplate() {
        post(
                hiring.recruiter,
                "/stage",
                Map.of("stage", "DECLINED", "reason", "FILLED", "words", "Call me in May.", "version", "0"));

        assertThat(browser.get().uri("/me/applications/" + application).with(casey))
                .bodyText()
                .contains("Call me in May.")
                .doesNotContain("has been filled");
    }

    @Test
    void nonsenseMovesNobody() {
        assertThat(bulk(hiring.recruiter, "OFFER", "")).hasStatus(422);
        var nowhere = bulk(hiring.recruiter, "WITHDRAWN", "FILLED", application + ":0");
        assertThat(nowhere).hasStatus(422);
        assertThat(nowhere)
                .bodyText()
                .as("what was ticked and chosen stays")
                .containsPattern("value=\"" + application + ":0\"[^>]*checked")
                .containsPattern("value=\"FILLED\"[^>]*selected");
        assertThat(bulk(hiring.recruiter, "OFFER", "", "nonsense", "';drop--:1", UUID.randomUUID() + ":0"))
                .hasStatus(302);
        var rival = people.member();
        companies.verified(rival);
        assertThat(bulk(rival, "OFFER", "", application + ":0")).hasStatus(404);
        assertThat(stageOf(application)).isEqualTo("SUBMITTED");
    }

    @Test
    void theSpreadsheetCarriesNoFormulaAndNobodyWhoHasWithdrawn() {
        for (String name : List.of("=HYPERLINK(\"http://x\")", "+1+1", "-2", "@SUM(A1)", " =1")) {
            var person = people.named("Mallory", new EmailAddress(UUID.randomUUID() + "@people.example"));
            hiring.applied(person, listing);
            database.sql("update account set name = ? where id = ?")
                    .params(name, person.id())
                    .update();
        }
        applications.withdraw(Hiring.viewer(casey), application);

        var answer =
                browser.get().uri(path() + "/export").with(hiring.recruiter).exchange();

        assertThat(answer)
                .hasStatusOk()
                .headers()
                .hasValue("Content-Disposition", "attachment; filename=\"applicants.csv\"");
        String csv = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(6);
        assertThat(csv.lines().skip(1))
                .allSatisfy(line -> assertThat(line.replace("\"", "")).startsWith("'"));
        assertThat(csv).doesNotContain("Casey");
        assertThat(audit.latestAbout("listing", listing).get(0).action()).isEqualTo("applicants.exported");
        assertThat(browser.get().uri(path() + "/export").with(people.member())).hasStatus(404);
    }

    private String path() {
        return "/hire/listings/" + listing + "/applicants";
    }

    private Document page(String path) {
        var answer = browser.get().uri(path).with(hiring.recruiter).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult post(Person person, String act, Map<String, String> fields) {
        var request = browser.post()
                .uri(path() + "/" + application + act)
                .with(person)
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult bulk(Person person, String stage, String reason, String... chosen) {
        var request = browser.post()
                .uri(path() + "/stage")
                .with(person)
                .with(csrf())
                .param("stage", stage)
                .param("reason", reason);
        for (String one : chosen) {
            request.param("chosen", one);
        }
        return request.exchange();
    }

    private long notes() {
        return database.sql("select count(*) from application_note where application_id = ?")
                .param(application)
                .query(Long.class)
                .single();
    }

    private String stageOf(UUID id) {
        return database.sql("select stage from application where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
