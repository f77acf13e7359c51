package net.gatepost.apply;

import static net.gatepost.apply.web.Hiring.viewer;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.apply.web.Hiring;
import net.gatepost.employer.Companies;
import net.gatepost.job.CloseReason;
import net.gatepost.job.Listings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A listing that ends tells its applicants, each once. */
@ModuleTest
class ListingEndsTest {

    @Autowired
    ListingEnds ends;

    @Autowired
    Applications applications;

    @Autowired
    Applicants applicants;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Listings listings;

    @Autowired
    Applying applying;

    @Autowired
    SchedulerClient waitingWork;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    Hiring hiring;
    UUID listing;
    List<Person> members;

    @BeforeEach
    void threeHaveApplied() {
        hiring = new Hiring(people, companies, listings, applying, clock);
        listing = hiring.listing();
        members = Stream.generate(people::member).limit(3).toList();
        members.forEach(member -> hiring.applied(member, listing));
    }

    @Test
    void closingPutsTheTellingDownInItsOwnTransaction() {
        assertThat(isWaiting()).isFalse();

        listings.close(viewer(hiring.recruiter), listing, CloseReason.WITHDRAWN);

        assertThat(isWaiting()).isTrue();
        ends.tell(listing);
        assertThat(members).allSatisfy(member -> assertThat(told(member)).isOne());
    }

    @Test
    void eachIsToldOnceHoweverOftenTheWorkIsDone() {
        listings.close(viewer(hiring.recruiter), listing, CloseReason.WITHDRAWN);
        ends.tell(listing);
        ends.tell(listing);
        // as after a crash between telling and remembering it, which one transaction rules out, and a careless restore
        // does not
        database.sql("update application set end_told_at = null where listing_id = ?")
                .param(listing)
                .update();
        ends.tell(listing);

        assertThat(members).allSatisfy(member -> assertThat(told(member)).isOne());
    }

    @Test
    void whoWithdrewOrHasTheirAnswerIsNotTold() {
        var id = applying.made(viewer(members.get(0)), listing).orElseThrow();
        applications.withdraw(viewer(members.get(0)), id);
        var declined = applying.made(viewer(members.get(1)), listing).orElseThrow();
        applicants.look(viewer(hiring.recruiter), listing, declined);
        applicants.move(viewer(hiring.recruiter), listing, declined, 1, Stage.DECLINED, null);
        listings.close(viewer(hiring.recruiter), listing, CloseReason.FILLED_HERE);
        ends.tell(listing);

        assertThat(members.stream().map(this::told)).containsExactly(0L, 0L, 1L);
    }

    @Test
    void alsoWhenItsLastDayIsOver() {
        ends.putDown();
        assertThat(isWaiting()).isFalse();
        clock.advance(Duration.ofDays(22));
        ends.putDown();
        assertThat(isWaiting()).isTrue();

        ends.tell(listing);
        ends.putDown();
        assertThat(members).allSatisfy(member -> assertThat(told(member)).isOne());
    }

    @Test
    void tellingIsNoChangeThatARecruiterWouldStumbleOver() {
        var id = applying.made(viewer(members.get(0)), listing).orElseThrow();
        var seen = applicants.look(viewer(hiring.recruiter), listing, id).application();
        listings.close(viewer(hiring.recruiter), listing, CloseReason.FILLED_HERE);
        ends.tell(listing);

        applicants.move(viewer(hiring.recruiter), listing, id, seen.version(), Stage.OFFER, null);
        assertThat(applications.one(viewer(members.get(0)), id).stage()).isEqualTo(Stage.OFFER);
    }

    private boolean isWaiting() {
        return waitingWork
                .getScheduledExecution(
                        ListingEnds.TASK.instance(listing.toString()).build())
                .isPresent();
    }

    private long told(Person member) {
        return database.sql(
                        "select count(*) from notice where account_id = ? and message_key = 'apply.notice.listing-over'")
                .param(member.id())
                .query(Long.class)
                .single();
    }
}
