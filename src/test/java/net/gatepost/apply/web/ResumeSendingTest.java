package net.gatepost.apply.web;

import static net.gatepost.apply.web.Hiring.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.apply.Applications;
import net.gatepost.apply.Applying;
import net.gatepost.candidate.resume.OnFile;
import net.gatepost.candidate.resume.Resumes;
import net.gatepost.employer.Companies;
import net.gatepost.job.Listings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The résumé that goes with an application, or doesn't. */
@ModuleTest
class ResumeSendingTest {

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
    Resumes resumes;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    Hiring hiring;
    Person member;
    UUID listing;

    @BeforeEach
    void aMemberWithOneOnFile() {
        hiring = new Hiring(people, companies, listings, applying, clock);
        member = people.member();
        listing = hiring.listing();
        OnFile.put(resumes, viewer(member));
    }

    @Test
    void itIsOfferedAndSentByDefault() {
        assertThat(browser.get().uri("/jobs/" + listing + "/apply").with(member))
                .bodyText()
                .contains("Send the résumé on file: cv.pdf");
        assertThat(post("true")).hasStatus(302);

        var answer =
                browser.get().uri(path() + "/resume").with(hiring.recruiter).exchange();
        assertThat(answer).hasStatusOk().bodyText().isEqualTo(OnFile.CONTENT);
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(looks("RESUME")).isOne();
        assertThat(browser.get().uri(path()).with(hiring.recruiter)).bodyText().contains(path() + "/resume");
    }

    @Test
    void whoLeavesItOutSendsNone() {
        assertThat(post("")).hasStatus(302);

        assertThat(browser.get().uri(path() + "/resume").with(hiring.recruiter)).hasStatus(404);
        assertThat(browser.get().uri(path()).with(hiring.recruiter))
                .bodyText()
                .contains("No résumé was sent")
                .doesNotContain(path() + "/resume");
        assertThat(looks("RESUME")).isZero();
    }

    @Test
    void oneThatWasDeletedMeanwhileIsSaidAndNothingIsStored() {
        resumes.delete(viewer(member));

        assertThat(post("true")).hasStatus(422).bodyText().contains("has been deleted meanwhile", "Why I fit");
        assertThat(applying.made(viewer(member), listing)).isEmpty();
    }

    @Test
    void oneThatIsDeletedAfterwardsIsGoneForTheEmployerToo() {
        post("true");
        resumes.delete(viewer(member));

        assertThat(browser.get().uri(path() + "/resume").with(hiring.recruiter)).hasStatus(404);
        assertThat(browser.get().uri(path()).with(hiring.recruiter))
                .hasStatusOk()
                .bodyText()
                .contains("its owner has deleted it since");
    }

    @Test
    void withdrawingTakesItAwayWithTheRest() {
        post("true");
        String path = path();
        applications.withdraw(
                viewer(member), applying.made(viewer(member), listing).orElseThrow());

        assertThat(browser.get().uri(path + "/resume").with(hiring.recruiter)).hasStatus(404);
        assertThat(looks("RESUME")).isZero();
    }

    private MvcTestResult post(String resume) {
        return browser.post()
                .uri("/jobs/" + listing + "/apply")
                .with(member)
                .with(csrf())
                .param("note", "Why I fit")
                .param("_resume", "on")
                .param("resume", resume)
                .exchange();
    }

    private String path() {
        return "/hire/listings/" + listing + "/applicants/"
                + applying.made(viewer(member), listing).orElseThrow();
    }

    private long looks(String seen) {
        return database.sql("select count(*) from candidate_look where account_id = ? and seen = ?")
                .params(member.id(), seen)
                .query(Long.class)
                .single();
    }
}
