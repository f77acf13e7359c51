package net.gatepost.apply.web;

import static java.util.Objects.requireNonNull;
import static net.gatepost.apply.web.Hiring.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.apply.Applications;
import net.gatepost.apply.Applying;
import net.gatepost.apply.Stage;
import net.gatepost.employer.Companies;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.CloseReason;
import net.gatepost.job.ListingDrafts;
import net.gatepost.job.Listings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page on which one applies, and what may come between. */
@ModuleTest
class ApplyPagesTest {

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
    JdbcClient database;

    @Autowired
    TestClock clock;

    Hiring hiring;
    Person member;

    @BeforeEach
    void anEmployerAndAMember() {
        hiring = new Hiring(people, companies, listings, applying, clock);
        member = people.member();
    }

    @Test
    void aMemberAppliesWithANoteAndAnswers() {
        var listing = hiring.listing("When could you start?", "Can you travel?");

        assertThat(get(member, listing))
                .hasStatusOk()
                .bodyText()
                .contains("When could you start?", "Can you travel?", "What happens next", "no cleared profile yet");
        var answer = post(
                member,
                listing,
                Map.of(
                        "note", "Why\r\nI fit",
                        "question1", "When could you start?",
                        "answer1", "In May",
                        "question2", "Can you travel?",
                        "answer2", "Yes"));

        var id = applying.made(viewer(member), listing).orElseThrow();
        assertThat(answer).hasStatus(302).hasRedirectedUrl("/me/applications/" + id);
        var made = applications.one(viewer(member), id);
        assertThat(made.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(made.note()).isEqualTo("Why\nI fit");
        assertThat(made.answers())
                .extracting("question", "answer")
                .hasToString("[(\"When could you start?\", \"In May\"), (\"Can you travel?\", \"Yes\")]");
        assertThat(browser.get().uri("/me/applications/" + id).with(member))
                .hasStatusOk()
                .bodyText()
                .contains("Submitted", "In May", "Why\nI fit");
        assertThat(get(member, listing)).hasStatus(302).hasRedirectedUrl("/me/applications/" + id);
        assertThat(post(member, listing, Map.of())).hasStatus(302).hasRedirectedUrl("/me/applications/" + id);
    }

    @Test
    void aThousandPostsAtOnceMakeOneApplicationAndGetTheSameAnswer() throws Exception {
        var listing = hiring.listing();
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(48);
        try {
            var posts = IntStream.range(0, 1000)
                    .mapToObj(number -> pool.submit(() -> {
                        start.await();
                        return post(member, listing, Map.of("note", "post " + number))
                                .getResponse();
                    }))
                    .toList();
            start.countDown();
            var answers = new java.util.HashSet<String>();
            for (Future<org.springframework.mock.web.MockHttpServletResponse> each : posts) {
                answers.add(each.get().getStatus() + " " + each.get().getRedirectedUrl());
            }
            assertThat(answers).hasSize(1).allMatch(each -> each.startsWith("302 /me/applications/"));
        } finally {
            pool.shutdownNow();
        }
        assertThat(count("select count(*) from application where listing_id = ?", listing))
                .isOne();
        assertThat(count(
                        "select count(*) from application_step s join application a on a.id = s.application_id"
                                + " where a.listing_id = ?",
                        listing))
                .isOne();
        assertThat(count("select count(*) from notice where account_id = ?", hiring.recruiter.id()))
                .isOne();
    }

    @Test
    void whoIsSignedOutIsLedThroughSignInAndBack() {
        var listing = hiring.listing();

        assertThat(browser.get().uri("/jobs/" + listing + "/apply"))
                .hasStatusOk()
                .bodyText()
                .contains("/sign-in?next=/jobs/" + listing + "/apply", "href=\"/join\"");
        assertThat(browser.get().uri("/sign-in?next=/jobs/" + listing + "/apply"))
                .bodyText()
                .contains("value=\"/jobs/" + listing + "/apply\"");
        assertThat(browser.get()
                        .uri("/sign-in?next=/jobs/" + listing + "/apply")
                        .with(member))
                .hasRedirectedUrl("/jobs/" + listing + "/apply");
    }

    @Test
    void whatWasTypedIsThereStillWhereTheSessionWasOver() {
        var listing = hiring.listing();

        assertThat(browser.post().uri("/jobs/" + listing + "/apply").param("note", "A long <b>note</b>"))
                .hasStatus(401)
                .bodyText()
                .contains("A long &lt;b&gt;note&lt;/b&gt;", "/sign-in?next=/jobs/" + listing + "/apply");
        assertThat(count("select count(*) from application where listing_id = ?", listing))
                .isZero();
    }

    @Test
    void aPostWithoutItsTokenIsRefused() {
        assertThat(browser.post()
                        .uri("/jobs/" + hiring.listing() + "/apply")
                        .with(member)
                        .param("note", "x"))
                .hasStatus(403);
    }

    @Test
    void aListingThatWasClosedASecondAgoLosesNothingThatWasTyped() {
        var listing = hiring.listing("When could you start?");
        listings.close(viewer(hiring.recruiter), listing, CloseReason.FILLED_ELSEWHERE);

        assertThat(post(
                        member,
                        listing,
                        Map.of("note", "My long note", "question1", "When could you start?", "answer1", "In May")))
                .hasStatus(410)
                .bodyText()
                .contains("My long note", "In May", "is no longer open", "ended before your application arrived");
        assertThat(get(member, listing)).hasStatus(410);
        assertThat(count("select count(*) from application where listing_id = ?", listing))
                .isZero();
    }

    @Test
    void aListingWhoseLastDayIsOverIsNotAppliedForEither() {
        var listing = hiring.listing();
        clock.advance(Duration.ofDays(22));

        assertThat(post(member, listing, Map.of("note", "My long note")))
                .hasStatus(410)
                .bodyText()
                .contains("My long note");
    }

    @Test
    void aListingOfAnEmployerThatIsSuspendedIsNotAppliedFor() {
        var listing = hiring.listing();
        companies.suspend(hiring.employer);

        assertThat(post(member, listing, Map.of("note", "My long note")))
                .hasStatus(410)
                .bodyText()
                .contains("My long note")
                .doesNotContain("“Signals Systems Engineer” is no longer open");
    }

    @Test
    void aRecruiterDoesNotApplyToTheirOwnEmployer() {
        var listing = hiring.listing();

        assertThat(get(hiring.recruiter, listing))
                .hasStatusOk()
                .bodyText()
                .contains("You recruit for")
                .doesNotContain("name=\"note\"");
        assertThat(post(hiring.recruiter, listing, Map.of("note", "Me")))
                .hasStatus(409)
                .bodyText()
                .contains("You recruit for", "Me");
        assertThat(count("select count(*) from application where listing_id = ?", listing))
                .isZero();
    }

    @Test
    void whoBlocksTheEmployerIsAskedFirst() {
        var listing = hiring.listing();
        block();

        assertThat(get(member, listing))
                .hasStatusOk()
                .bodyText()
                .contains("You keep your profile from", "despiteBlock");
        assertThat(post(member, listing, Map.of("note", "My note")))
                .hasStatus(422)
                .bodyText()
                .contains("My note", "Say that you want to apply although");
        assertThat(count("select count(*) from candidate_grant where account_id = ?", member.id()))
                .isZero();
        assertThat(post(member, listing, Map.of("note", "My note", "despiteBlock", "true")))
                .hasStatus(302);
        assertThat(count("select count(*) from candidate_grant where account_id = ?", member.id()))
                .isOne();
    }

    @Test
    void questionsThatChangedMeanwhileAreShownAgainWithWhatWasAnswered() {
        var listing = hiring.listing("When could you start?", "Can you travel?");
        var now = hiring.drafts()
                .asking("Do you speak Welsh?", "When could you start?")
                .draft();
        listings.revise(
                viewer(hiring.recruiter),
                listing,
                listings.published(listing).orElseThrow().version(),
                now);

        assertThat(post(
                        member,
                        listing,
                        Map.of(
                                "note", "My note",
                                "question1", "When could you start?",
                                "answer1", "In May",
                                "question2", "Can you travel?",
                                "answer2", "Gladly")))
                .hasStatus(409)
                .bodyText()
                .contains("Do you speak Welsh?", "In May", "Gladly", "My note", "changed its questions");
        assertThat(count("select count(*) from application where listing_id = ?", listing))
                .isZero();
    }

    @Test
    void whatCantBeSentIsSaidBesideItsFieldAndKept() {
        var listing = hiring.listing("When could you start?");

        assertThat(post(member, listing, Map.of("note", "n".repeat(2001), "question1", "When could you start?")))
                .hasStatus(422)
                .bodyText()
                .contains("at most 2,000 characters", "Answer this question", "n".repeat(2001));
        assertThat(post(
                        member,
                        listing,
                        Map.of("note", "a\u0007b", "question1", "When could you start?", "answer1", "a".repeat(1001))))
                .hasStatus(422)
                .bodyText()
                .contains("characters that cannot be seen", "at most 1,000 characters");
        assertThat(post(
                        member,
                        listing,
                        Map.of(
                                "note", "<script>alert(1)</script>",
                                "question1", "When could you start?",
                                "answer1", "SECRET//NOFORN the thing")))
                .hasStatus(422)
                .bodyText()
                .contains("security officer", "&lt;script&gt;")
                .doesNotContain("NOFORN", "<script>alert");
        assertThat(count("select count(*) from application where listing_id = ?", listing))
                .isZero();
    }

    @Test
    void aListingThatIsNoneIsNotFound() {
        assertThat(get(member, UUID.randomUUID())).hasStatus(404);
        assertThat(post(member, UUID.randomUUID(), Map.of())).hasStatus(404);
        var draft = listings.draft(
                viewer(hiring.recruiter),
                hiring.employer,
                UUID.randomUUID(),
                ListingDrafts.titled("Draft").draft());
        assertThat(get(member, draft)).hasStatus(404);
    }

    @Test
    void aListingCalledApplyKeepsAPageOfItsOwn() {
        var title = new LinkedHashMap<String, String>();
        title.put("title", "Apply");
        title.put("employer", hiring.employer.toString());
        title.put("submission", UUID.randomUUID().toString());
        var post = browser.post().uri("/hire/listings").with(hiring.recruiter).with(csrf());
        title.forEach(post::param);
        String made = requireNonNull(post.exchange().getResponse().getRedirectedUrl());

        var view = listings.hiring(viewer(hiring.recruiter), UUID.fromString(made.replaceAll(".*/", "")));
        assertThat(view.path()).endsWith("/apply-job");
    }

    @Test
    void theListingLeadsToThePageAndThenToTheApplication() {
        var listing = hiring.listing();
        String path = listings.published(listing).orElseThrow().path();

        assertThat(browser.get().uri(path)).bodyText().contains("/jobs/" + listing + "/apply");
        var id = hiring.applied(member, listing);
        assertThat(browser.get().uri(path).with(member).with(csrf()))
                .bodyText()
                .contains("/me/applications/" + id)
                .doesNotContain("/jobs/" + listing + "/apply");
    }

    @Test
    void leavingForAnEmployersOwnSiteIsSaidFirstAndRemembered() {
        var listing = hiring.listingElsewhere(ApplyBy.URL, "https://careers.company.example/openings/7");

        assertThat(browser.get().uri("/jobs/" + listing + "/apply"))
                .hasStatusOk()
                .bodyText()
                .contains("You leave Gatepost", "careers.company.example", "Send nothing classified", "departure")
                .doesNotContain("https://careers.company.example");
        assertThat(leave(listing, member))
                .hasStatus(303)
                .hasRedirectedUrl("https://careers.company.example/openings/7");
        assertThat(leave(listing, member)).hasStatus(303);
        assertThat(browser.get().uri("/me/applications/elsewhere").with(member))
                .hasStatusOk()
                .bodyText()
                .contains("Signals Systems Engineer", "You left for it on");
        assertThat(count("select count(*) from departure where listing_id = ?", listing))
                .isOne();
    }

    @Test
    void ofWhoIsSignedOutOnlyTheNumberIsKept() {
        var listing = hiring.listingElsewhere(ApplyBy.URL, "https://careers.company.example/openings/7");

        assertThat(browser.get().uri("/jobs/" + listing + "/apply/departure")).hasStatus(303);
        assertThat(browser.get().uri("/jobs/" + listing + "/apply/departure")).hasStatus(303);
        assertThat(browser.head().uri("/jobs/" + listing + "/apply/departure")).hasStatus(303);
        assertThat(browser.get()
                        .uri("/jobs/" + listing + "/apply/departure")
                        .header("Sec-Purpose", "prefetch;prerender"))
                .hasStatus(303);

        assertThat(count("select counted from listing_count where listing_id = ?", listing))
                .isEqualTo(2);
        assertThat(count("select count(*) from departure where listing_id = ?", listing))
                .isZero();
    }

    @Test
    void nobodyIsSentAwayFromAListingThatIsAnsweredHereOrIsOver() {
        var here = hiring.listing();
        var over = hiring.listingElsewhere(ApplyBy.URL, "https://careers.company.example/openings/7");
        listings.close(viewer(hiring.recruiter), over, CloseReason.WITHDRAWN);

        assertThat(leave(here, member)).hasStatus(303).hasRedirectedUrl("/jobs/" + here + "/apply");
        assertThat(leave(over, member)).hasStatus(303).hasRedirectedUrl("/jobs/" + over + "/apply");
        assertThat(leave(UUID.randomUUID(), member)).hasStatus(404);
        assertThat(count("select count(*) from departure where account_id = ?", member.id()))
                .isZero();
    }

    @Test
    void whoAppliedByMailSaysSoAndCanRemoveIt() {
        var listing = hiring.listingElsewhere(ApplyBy.EMAIL, "jobs@company.example");

        assertThat(get(member, listing)).bodyText().contains("mailto:jobs@company.example", "I have applied there");
        assertThat(leave(listing, member)).hasRedirectedUrl("/jobs/" + listing + "/apply");
        for (int i = 0; i < 2; i++) {
            assertThat(browser.post()
                            .uri("/jobs/" + listing + "/apply/declaration")
                            .with(member)
                            .with(csrf()))
                    .hasRedirectedUrl("/me/applications/elsewhere");
        }
        assertThat(browser.get().uri("/me/applications/elsewhere").with(member))
                .bodyText()
                .contains("You applied there");

        var id = database.sql("select id from departure where account_id = ?")
                .param(member.id())
                .query(UUID.class)
                .single();
        assertThat(removal(id, people.member())).hasStatus(404);
        assertThat(removal(id, member)).hasRedirectedUrl("/me/applications/elsewhere");
        assertThat(browser.get().uri("/me/applications/elsewhere").with(member))
                .bodyText()
                .contains("Nothing here");
    }

    @Test
    void whoHasAppliedNowhereIsToldHow() {
        assertThat(browser.get().uri("/me/applications").with(member))
                .hasStatusOk()
                .bodyText()
                .contains("You have not applied anywhere yet", "href=\"/jobs\"");
    }

    private MvcTestResult removal(UUID id, Person person) {
        return browser.post()
                .uri("/me/applications/elsewhere/" + id + "/removal")
                .with(person)
                .with(csrf())
                .exchange();
    }

    private void block() {
        database.sql("insert into candidate_block (id, version, account_id, employer_id, blocked_at)"
                        + " values (?, 0, ?, ?, current_timestamp)")
                .params(Arrays.asList(UUID.randomUUID(), member.id(), hiring.employer))
                .update();
    }

    private MvcTestResult leave(UUID listing, Person person) {
        return browser.get()
                .uri("/jobs/" + listing + "/apply/departure")
                .with(person)
                .exchange();
    }

    private MvcTestResult get(Person person, UUID listing) {
        return browser.get().uri("/jobs/" + listing + "/apply").with(person).exchange();
    }

    private MvcTestResult post(Person person, UUID listing, Map<String, String> fields) {
        var post =
                browser.post().uri("/jobs/" + listing + "/apply").with(person).with(csrf());
        fields.forEach(post::param);
        return post.exchange();
    }

    private long count(String query, UUID id) {
        return database.sql(query).param(id).query(Long.class).single();
    }
}
