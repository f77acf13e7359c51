package net.gatepost.apply.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.apply.Applicants;
import net.gatepost.apply.Applications;
import net.gatepost.apply.Applying;
import net.gatepost.apply.Stage;
import net.gatepost.employer.Companies;
import net.gatepost.job.AnswerTimes;
import net.gatepost.job.Listings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How often and how fast an employer answers, as its listings say it in public. */
@ModuleTest
class AnswerRateTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Applicants applicants;

    @Autowired
    Applications applications;

    @Autowired
    AnswerTimes times;

    @Autowired
    TestClock clock;

    private Hiring hiring;
    private UUID listing;

    @BeforeEach
    void anEmployer(
            @Autowired Companies companies,
            @Autowired Listings listings,
            @Autowired Applying applying,
            @Autowired Clock now) {
        hiring = new Hiring(people, companies, listings, applying, now);
        listing = hiring.listing();
    }

    @Test
    void withFewerThanFiveNothingIsSaid() {
        for (int applicant = 0; applicant < 4; applicant++) {
            hiring.applied(people.member(), listing);
        }
        clock.advance(Duration.ofDays(15));

        assertThat(times.of(hiring.employer)).isEmpty();
        assertThat(browser.get().uri("/jobs/" + listing + "/signals-systems-engineer"))
                .bodyText()
                .contains("Too few have applied to say how often it answers");
    }

    @Test
    void whoIsNotAnsweredCountsOnceItIsDueAndLookingIsNoAnswer() {
        var opened = hiring.applied(people.member(), listing);
        var answered = List.of(apply(), apply(), apply());
        var withdrawn = people.member();
        var gone = hiring.applied(withdrawn, listing);
        clock.advance(Duration.ofHours(30));
        answered.forEach(id -> move(id, Stage.IN_REVIEW));
        applicants.look(Hiring.viewer(hiring.recruiter), listing, opened);
        applications.withdraw(Hiring.viewer(withdrawn), gone);
        clock.advance(Duration.ofDays(14));
        apply();
        var last = apply();
        move(last, Stage.DECLINED);

        assertThat(times.of(hiring.employer)).hasValueSatisfying(rate -> {
            assertThat(rate.applications())
                    .as("neither the withdrawn one nor what is new")
                    .isEqualTo(5);
            assertThat(rate.answered()).isEqualTo(4);
            assertThat(rate.percent()).isEqualTo(80);
            assertThat(rate.median()).isEqualTo(Duration.ofHours(30));
        });
        assertThat(times.firstAnswers(List.of(listing))).containsEntry(listing, Duration.ZERO);
        assertThat(browser.get().uri("/jobs/" + listing + "/signals-systems-engineer"))
                .bodyText()
                .contains("Answers 80% of those who apply, half of them within 30 hours");
    }

    private UUID apply() {
        return hiring.applied(people.member(), listing);
    }

    private void move(UUID application, Stage stage) {
        var viewer = Hiring.viewer(hiring.recruiter);
        long version =
                applicants.look(viewer, listing, application).application().version();
        applicants.move(viewer, listing, application, version, stage, null);
    }
}
