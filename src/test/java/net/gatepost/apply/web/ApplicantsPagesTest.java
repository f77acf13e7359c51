package net.gatepost.apply.web;

import static net.gatepost.apply.web.Hiring.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.apply.ApplicationView;
import net.gatepost.apply.Applications;
import net.gatepost.apply.Applying;
import net.gatepost.apply.Stage;
import net.gatepost.candidate.Blocks;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Section;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.Clearance;
import net.gatepost.employer.Companies;
import net.gatepost.job.Listings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An application on its way: what recruiters do with it, what its owner sees of it, and how it ends. */
@ModuleTest
class ApplicantsPagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Listings listings;

    @Autowired
    Applying applying;

    @Autowired
    Applications applications;

    @Autowired
    Candidates candidates;

    @Autowired
    Blocks blocks;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    Hiring hiring;
    Person member;
    UUID listing;
    UUID id;

    @BeforeEach
    void somebodyHasApplied() {
        hiring = new Hiring(people, companies, listings, applying, clock);
        member = people.member();
        candidates.add(
                viewer(member), Section.CLEARANCES, UUID.randomUUID(), Clearance.inAccess("us.top-secret", Access.SCI));
        listing = hiring.listing();
        id = hiring.applied(member, listing);
    }

    @Test
    void recruitersSeeWhoAppliedWithAVerdictAndHowMany() {
        hiring.applied(people.member(), listing);

        assertThat(browser.get().uri(list()).with(hiring.recruiter))
                .hasStatusOk()
                .bodyText()
                .contains("Robin Test", "Submitted", "Does not meet it", "Could meet it");
        assertThat(browser.get().uri("/hire/listings").with(hiring.recruiter))
                .hasStatusOk()
                .bodyText()
                .contains(list(), "2 applicants for Signals Systems Engineer");
        assertThat(browser.get().uri(list() + "?stage=offer").with(hiring.recruiter))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody is in this stage");
        assertThat(browser.get().uri(list() + "?stage=nonsense&page=x").with(hiring.recruiter))
                .hasStatusOk();
        assertThat(browser.get().uri(list() + "?page=9").with(hiring.recruiter)).hasStatusOk();
    }

    @Test
    void theFirstLookIsTheStepViewedAndEveryLookStandsInTheLedger() {
        assertThat(look()).hasStatusOk().bodyText().contains("A note of the applicant", "Top Secret", "Viewed");
        assertThat(look()).hasStatusOk();

        assertThat(mine().stage()).isEqualTo(Stage.VIEWED);
        assertThat(mine().steps()).hasSize(2);
        assertThat(count("select count(*) from candidate_look where account_id = ?", member.id()))
                .isEqualTo(2);
        assertThat(notices(member)).containsExactly("apply.notice.VIEWED");
    }

    @Test
    void whoBlocksTheEmployerIsHiddenFromItUntilTheyTakeItBack() {
        assertThat(look()).hasStatusOk().bodyText().contains("Robin Test");

        blocks.block(viewer(member), hiring.employer);

        assertThat(look()).hasStatus(404);
        assertThat(move(Stage.IN_REVIEW, mine().version())).hasStatus(404);
        assertThat(browser.get().uri(list()).with(hiring.recruiter))
                .hasStatusOk()
                .bodyText()
                .contains("Somebody who isn’t shown any more")
                .doesNotContain(path(), "Could meet it", "Meets it", "Does not meet it");

        blocks.unblock(viewer(member), hiring.employer);
        assertThat(look()).hasStatusOk().bodyText().contains("Robin Test");
    }

    @Test
    void twoFirstLooksAtOnceAreOneStep() {
        var looks = Stream.generate(() -> CompletableFuture.supplyAsync(this::look))
                .limit(8)
                .toList();

        assertThat(looks).allSatisfy(each -> assertThat(each.join()).hasStatusOk());
        assertThat(mine().steps()).hasSize(2);
        assertThat(notices(member)).containsExactly("apply.notice.VIEWED");
    }

    @Test
    void eachStepIsDatedVisibleAtOnceAndToldOnce() {
        look();
        for (Stage stage : List.of(Stage.IN_REVIEW, Stage.INTERVIEW, Stage.OFFER, Stage.HIRED)) {
            assertThat(move(stage, mine().version())).hasStatus(302).hasRedirectedUrl(path());
            assertThat(browser.get().uri("/me/applications/" + id).with(member))
                    .bodyText()
                    .contains(
                            switch (stage) {
                                case IN_REVIEW -> "In review";
                                case INTERVIEW -> "wants to talk with you";
                                case OFFER -> "offers you the job";
                                default -> "You have the job";
                            });
        }
        assertThat(mine().steps())
                .extracting(ApplicationView.Moved::stage)
                .containsExactly(
                        Stage.SUBMITTED, Stage.VIEWED, Stage.IN_REVIEW, Stage.INTERVIEW, Stage.OFFER, Stage.HIRED);
        assertThat(notices(member))
                .containsExactlyInAnyOrder(
                        "apply.notice.VIEWED",
                        "apply.notice.IN_REVIEW",
                        "apply.notice.INTERVIEW",
                        "apply.notice.OFFER",
                        "apply.notice.HIRED");
        assertThat(browser.get().uri("/me/applications?stage=closed").with(member))
                .bodyText()
                .contains("Hired");
    }

    @Test
    void aRepeatedPostMovesItOnce() {
        look();
        long version = mine().version();

        assertThat(move(Stage.INTERVIEW, version)).hasStatus(302);
        assertThat(move(Stage.INTERVIEW, version)).hasStatus(302);
        assertThat(mine().steps()).hasSize(3);
        assertThat(move(Stage.IN_REVIEW, mine().version())).hasStatus(302);
        assertThat(mine().stage()).isEqualTo(Stage.IN_REVIEW);
    }

    @Test
    void whoComesSecondSeesWhereItStands() {
        look();
        long version = mine().version();
        move(Stage.OFFER, version);

        assertThat(decline("We chose somebody else", version))
                .hasStatus(409)
                .bodyText()
                .contains("It stands at “Offer” now", "We chose somebody else");
        assertThat(mine().stage()).isEqualTo(Stage.OFFER);
    }

    @Test
    void ofTwoWhoMoveAtOnceOneIsTold() {
        look();
        long version = mine().version();
        var stages = List.of(Stage.IN_REVIEW, Stage.INTERVIEW, Stage.OFFER);

        var answers =
                stages.stream()
                        .map(stage -> CompletableFuture.supplyAsync(() -> move(stage, version)))
                        .toList()
                        .stream()
                        .map(each -> each.join().getResponse().getStatus())
                        .toList();

        assertThat(answers).containsOnlyOnce(302).contains(409);
        assertThat(mine().steps()).hasSize(3);
    }

    @Test
    void aRefusalCarriesWordsAndCanBeTakenBackForADay() {
        look();
        assertThat(decline("We chose <b>somebody</b> else", mine().version())).hasStatus(302);
        assertThat(browser.get().uri("/me/applications/" + id).with(member))
                .bodyText()
                .contains("Declined", "We chose &lt;b&gt;somebody&lt;/b&gt; else");
        assertThat(move(Stage.OFFER, mine().version())).hasStatus(409);

        assertThat(undo(mine().version())).hasStatus(302);
        assertThat(mine().stage()).isEqualTo(Stage.VIEWED);
        assertThat(undo(mine().version())).hasStatus(409);
        assertThat(notices(member)).contains("apply.notice.DECLINED", "apply.notice.taken-back");

        decline("", mine().version());
        clock.advance(Duration.ofHours(25));
        assertThat(look()).bodyText().doesNotContain("Take it back");
        assertThat(undo(mine().version())).hasStatus(409);
        assertThat(mine().stage()).isEqualTo(Stage.DECLINED);
    }

    @Test
    void whatCantBeMovedIsSaid() {
        look();

        assertThat(post("/stage", hiring.recruiter, "stage", "", "version", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose where it goes");
        assertThat(decline("w".repeat(1001), mine().version()))
                .hasStatus(422)
                .bodyText()
                .contains("At most 1,000 characters", "w".repeat(1001));
        assertThat(decline("TOP SECRET//SI//NOFORN it", mine().version()))
                .hasStatus(422)
                .bodyText()
                .contains("security officer")
                .doesNotContain("NOFORN");
        for (var stage : List.of("SUBMITTED", "VIEWED", "WITHDRAWN", "HIRED")) {
            assertThat(post("/stage", hiring.recruiter, "stage", stage, "version", "x")
                            .getResponse()
                            .getStatus())
                    .isIn(302, 409); // the one that it is in already is no move
        }
        assertThat(mine().steps()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/stage", "/stage/undo"})
    void whatIsWithdrawnIsGoneForTheEmployerAtOnce(String act) {
        look();
        assertThat(browser.get().uri("/me/applications/" + id + "/withdrawal").with(member))
                .hasStatusOk()
                .bodyText()
                .contains("It is for good", "Withdraw your application for “Signals Systems Engineer”?");
        assertThat(withdraw(member)).hasStatus(302).hasRedirectedUrl("/me/applications/" + id);

        var answer = act.isEmpty()
                ? look()
                : post(act, hiring.recruiter, "stage", "OFFER", "version", String.valueOf(mine().version()));
        assertThat(answer).hasStatus(404);
        assertThat(browser.get().uri(list()).with(hiring.recruiter))
                .hasStatusOk()
                .bodyText()
                .contains("One more has withdrawn")
                .doesNotContain("Robin Test</a>", path());
        assertThat(browser.get().uri(list() + "?stage=withdrawn").with(hiring.recruiter))
                .bodyText()
                .doesNotContain(path());
        assertThat(count("select count(*) from candidate_grant where account_id = ?", member.id()))
                .isZero();
        assertThat(withdraw(member)).hasStatus(302);
        assertThat(mine().steps()).hasSize(3);
        assertThat(notices(hiring.recruiter))
                .containsExactlyInAnyOrder("apply.notice.SUBMITTED", "apply.notice.WITHDRAWN");
        // and the owner keeps it
        assertThat(browser.get().uri("/me/applications").with(member))
                .bodyText()
                .contains("Withdrawn");
    }

    @Test
    void whoWithdrewCantApplyAgain() {
        withdraw(member);

        assertThat(browser.post()
                        .uri("/jobs/" + listing + "/apply")
                        .with(member)
                        .with(csrf()))
                .hasRedirectedUrl("/me/applications/" + id);
        assertThat(mine().stage()).isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void anotherApplicationToTheSameEmployerStaysOpenToIt() {
        var other = hiring.listing();
        var second = hiring.applied(member, other);
        withdraw(member);

        assertThat(browser.get()
                        .uri("/hire/listings/" + other + "/applicants/" + second)
                        .with(hiring.recruiter))
                .hasStatusOk();
    }

    @Test
    void nobodyElseSeesAnApplication() {
        var rival = new Hiring(people, companies, listings, applying, clock);

        for (var person : List.of(rival.recruiter, people.member(), member)) {
            assertThat(browser.get().uri(list()).with(person)).hasStatus(404);
            assertThat(browser.get().uri(path()).with(person)).hasStatus(404);
            assertThat(post("/stage", person, "stage", "OFFER", "version", "0")).hasStatus(404);
        }
        for (var person : List.of(rival.recruiter, people.member(), hiring.recruiter)) {
            assertThat(browser.get().uri("/me/applications/" + id).with(person)).hasStatus(404);
            assertThat(withdraw(person)).hasStatus(404);
        }
        // another listing's address does not lead to it either
        var others = hiring.listing();
        assertThat(browser.get()
                        .uri("/hire/listings/" + others + "/applicants/" + id)
                        .with(hiring.recruiter))
                .hasStatus(404);
        assertThat(mine().stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void aSuspendedEmployersRecruitersSeeNothingUntilItIsVerifiedAgain() {
        companies.suspend(hiring.employer);

        assertThat(browser.get().uri(list()).with(hiring.recruiter)).hasStatus(404);
        assertThat(look()).hasStatus(404);
        assertThat(post("/stage", hiring.recruiter, "stage", "OFFER", "version", "0"))
                .hasStatus(404);
        companies.verify(hiring.employer);
        assertThat(look()).hasStatusOk();
    }

    private MvcTestResult withdraw(Person person) {
        return browser.post()
                .uri("/me/applications/" + id + "/withdrawal")
                .with(person)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult look() {
        return browser.get().uri(path()).with(hiring.recruiter).exchange();
    }

    private MvcTestResult move(Stage stage, long version) {
        return post("/stage", hiring.recruiter, "stage", stage.name(), "version", String.valueOf(version));
    }

    private MvcTestResult decline(String words, long version) {
        return post(
                "/stage", hiring.recruiter, "stage", "DECLINED", "version", String.valueOf(version), "words", words);
    }

    private MvcTestResult undo(long version) {
        return post("/stage/undo", hiring.recruiter, "version", String.valueOf(version));
    }

    private MvcTestResult post(String act, Person person, String... fields) {
        var post = browser.post().uri(path() + act).with(person).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            post.param(fields[at], fields[at + 1]);
        }
        return post.exchange();
    }

    private ApplicationView mine() {
        return applications.one(viewer(member), id);
    }

    private String list() {
        return "/hire/listings/" + listing + "/applicants";
    }

    private String path() {
        return list() + "/" + id;
    }

    private List<String> notices(Person person) {
        return database.sql("select message_key from notice where account_id = ?")
                .param(person.id())
                .query(String.class)
                .list();
    }

    private long count(String query, UUID about) {
        return database.sql(query).param(about).query(Long.class).single();
    }
}
