package net.gatepost.alert;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.account.PersonalData;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Section;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.CloseReason;
import net.gatepost.job.Listings;
import net.gatepost.job.ListingsImported;
import net.gatepost.job.Workplace;
import net.gatepost.job.search.Board;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.job.web.KeptSearches;
import net.gatepost.job.web.ListingReaders;
import net.gatepost.mail.SentMails;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@Tag("search")
class AlertsTest {

    /** A Tuesday. */
    private static final Duration A_DAY = Duration.ofDays(1);

    @Autowired
    SavedSearches searches;

    @Autowired
    SavedListings saved;

    @Autowired
    KeptSearches addresses;

    @Autowired
    ListingReaders readers;

    @Autowired
    Matching matching;

    @Autowired
    Announcing announcing;

    @Autowired
    AlertMailing mailing;

    @Autowired
    AlertRetention retention;

    @Autowired
    AlertData data;

    @Autowired
    Candidates candidates;

    @Autowired
    Listings listings;

    @Autowired
    Employers employers;

    @Autowired
    ListingIndex index;

    @Autowired
    People people;

    @Autowired
    SentMails mails;

    @Autowired
    SchedulerClient waitingWork;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    People.Person casey;
    Viewer viewer;
    Board board;
    EmployerView halden;

    @BeforeEach
    void aMemberAndAnEmployer() {
        casey = people.member();
        viewer = new Viewer(casey.id(), "Robin Test", Set.of(Role.MEMBER));
        board = new Board(listings, employers, index, people, clock);
        halden = board.employer("Halden Ridge");
    }

    private UUID saved(String address, Often often) {
        return searches.save(viewer, addresses.read(address, readers.of(viewer)), "A name of my own", often);
    }

    /** Brings in what was said, and matches it. */
    private void publish() {
        board.open();
        matching.run();
    }

    private UUID published(String title) {
        board.job(halden, title);
        publish();
        return id(title);
    }

    private UUID id(String title) {
        return requireNonNull(database.queryForObject(
                "select id from listing where title = ? and employer_id = ?", UUID.class, title, halden.id()));
    }

    private long matches(UUID listing) {
        record Match(int place, byte[] found) {}
        return database
                .query("""
                        select b.place, m.found from alert_match m join saved_search s on s.query_id = m.query_id
                        join alert_batch b on b.batch = m.batch where b.listing_id = ? and s.account_id = ?""", (row, number) -> new Match(row.getInt(1), row.getBytes(2)), listing, casey.id())
                .stream()
                .filter(match -> Arrays.stream(Places.unpack(match.found())).anyMatch(place -> place == match.place()))
                .count();
    }

    private List<String> putDown() {
        return waitingWork.getScheduledExecutionsForTask(Announcing.TASK.getTaskName()).stream()
                .map(execution -> execution.getTaskInstance().getId())
                .filter(id -> id.startsWith(casey.id().toString()))
                .toList();
    }

    private SentMails.Sent mail() {
        return mails.latestTo(casey.email());
    }

    private int mailCount() {
        return mails.to(casey.email()).size();
    }

    @Test
    void aNewListingIsToldOfOnceWithWhyItMatches() {
        saved("q=" + board.word + "&place=Fort+Meade%2C+MD&within=25", Often.AT_ONCE);
        board.job(halden, "Radar <Engineer>");
        board.job(halden, "Elsewhere").at("Denver, CO", Workplace.ON_SITE);
        publish();
        announcing.atOnce();
        announcing.atOnce();
        assertThat(putDown()).hasSize(1);

        mailing.send(casey.id());
        mailing.send(casey.id());

        assertThat(mails.to(casey.email())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("One new job for your saved searches");
            assertThat(mail.text())
                    .contains(
                            "Radar <Engineer>",
                            "Halden Ridge · Fort Meade, MD",
                            "Found by your search: " + board.word + " · Within 25 miles of Fort Meade, MD")
                    .doesNotContain("Elsewhere", "Robin", "A name of my own");
            assertThat(mail.html())
                    .contains("Radar &lt;Engineer&gt;", "Within 25 miles")
                    .doesNotContain("Robin");
            assertThat(mail.link("/jobs/")).startsWith("/jobs/" + id("Radar <Engineer>"));
            assertThat(mail.link("/me/searches")).isEqualTo("/me/searches");
            assertThat(mail.link("/me/notifications")).isEqualTo("/me/notifications");
            assertThat(mail.headers())
                    .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
                    .contains("List-Unsubscribe: <http")
                    .contains(mail.link("/alerts/all/"));
        });
    }

    @Test
    void oneMailTellsOfAListingThatSeveralSearchesFindAndOfNoneTwice() {
        saved("q=" + board.word + "+radar", Often.AT_ONCE);
        saved("q=" + board.word + "&workplace=on-site", Often.AT_ONCE);
        saved("q=" + board.word, Often.DAILY);
        published("Radar Engineer");
        mailing.send(casey.id());
        assertThat(mailCount()).isEqualTo(1);
        assertThat(mail().text())
                .contains("Found by your search: " + board.word + " radar")
                .contains("Found by your search: " + board.word + " · On site")
                .containsOnlyOnce("- Radar Engineer");

        clock.advance(A_DAY.multipliedBy(2));
        mailing.send(casey.id());
        assertThat(mailCount()).as("the daily search found only what was told").isEqualTo(1);
        published("Sonar Engineer");
        clock.advance(A_DAY);
        mailing.send(casey.id());
        assertThat(mail().text()).contains("Sonar Engineer").doesNotContain("Radar Engineer");
    }

    @Test
    void whatHasEndedOrClosedSinceItWasMatchedIsInNoMail() {
        saved("q=" + board.word, Often.AT_ONCE);
        board.job(halden, "Closed");
        board.job(halden, "Expired");
        board.job(halden, "Open");
        publish();
        listings.close(
                new Viewer(board.recruiter.id(), "R", Set.of(Role.MEMBER, Role.RECRUITER)),
                id("Closed"),
                CloseReason.values()[0]);
        database.update("update listing set ends_at = ? where id = ?", Timestamp.from(clock.instant()), id("Expired"));
        mailing.send(casey.id());
        assertThat(mail().subject()).startsWith("One new job");
        assertThat(mail().text()).contains("- Open").doesNotContain("Closed", "Expired");
    }

    @Test
    void whereNothingIsLeftToTellNoMailIsSent() {
        saved("q=" + board.word, Often.AT_ONCE);
        var only = published("Only one");
        database.update("update listing set ends_at = ? where id = ?", Timestamp.from(clock.instant()), only);
        mailing.send(casey.id());
        mailing.send(people.member().id());
        mailing.send(UUID.randomUUID());
        assertThat(mailCount()).isZero();
        announcing.daily();
        assertThat(putDown()).isEmpty();
    }

    @Test
    void aSearchTellsAsOftenAsItIsAskedTo() {
        saved("q=" + board.word, Often.DAILY);
        published("First");
        announcing.atOnce();
        assertThat(putDown()).isEmpty();
        mailing.send(casey.id());
        assertThat(mailCount()).as("a day is not over").isZero();
        clock.advance(A_DAY);
        announcing.daily();
        announcing.daily();
        assertThat(putDown()).hasSize(1);
        mailing.send(casey.id());
        mailing.send(casey.id());
        assertThat(mailCount()).isEqualTo(1);
    }

    @Test
    void aSearchThatToldWhileTheClockRanAheadTellsAgainOnceItIsRight() {
        saved("q=" + board.word, Often.DAILY);
        published("First");
        database.update(
                "update saved_search set told_at = ? where account_id = ?",
                Timestamp.from(clock.instant().plus(A_DAY.multipliedBy(400))),
                casey.id());

        announcing.daily();

        assertThat(putDown()).hasSize(1);
        mailing.send(casey.id());
        assertThat(mailCount()).isEqualTo(1);
        mailing.send(casey.id());
        assertThat(mailCount()).isEqualTo(1);
    }

    @Test
    void dailyAndWeeklyAreDueAtTheirHour() {
        var monday = Instant.parse("2026-11-23T11:30:00Z");
        assertThat(AlertTimes.isDue(Often.DAILY, monday.minusSeconds(1), monday))
                .isTrue();
        assertThat(AlertTimes.isDue(Often.DAILY, monday, monday.plusSeconds(3600)))
                .isFalse();
        assertThat(AlertTimes.isDue(Often.DAILY, monday, monday.plus(A_DAY).minusSeconds(1)))
                .isFalse();
        assertThat(AlertTimes.isDue(Often.DAILY, monday, monday.plus(A_DAY))).isTrue();
        assertThat(AlertTimes.isDue(Often.WEEKLY, monday, monday.plus(A_DAY.multipliedBy(6))))
                .isFalse();
        assertThat(AlertTimes.isDue(Often.WEEKLY, monday, monday.plus(A_DAY.multipliedBy(7))))
                .isTrue();
        assertThat(AlertTimes.isDue(Often.WEEKLY, monday.minusSeconds(1), monday))
                .isTrue();
        assertThat(AlertTimes.isDue(Often.OFF, monday, monday.plus(A_DAY.multipliedBy(70))))
                .isFalse();
    }

    @Test
    void aPausedOrStoppedSearchTellsOfNothingAndCatchesUpWithNothing() {
        var paused = saved("q=" + board.word, Often.AT_ONCE);
        var off = saved("q=" + board.word + "+engineer", Often.OFF);
        searches.pause(viewer, paused);
        published("Missed Engineer");
        announcing.atOnce();
        mailing.send(casey.id());
        searches.resume(viewer, paused);
        searches.change(viewer, off, "On", Often.AT_ONCE);
        mailing.send(casey.id());
        assertThat(putDown()).isEmpty();
        assertThat(mailCount()).isZero();
        published("Seen Engineer");
        mailing.send(casey.id());
        assertThat(mail().text()).contains("Seen Engineer").doesNotContain("Missed");
    }

    @Test
    void aListingThatWasThereBeforeTheSearchIsNoNews() {
        published("Old");
        saved("q=" + board.word, Often.AT_ONCE);
        matching.run();
        mailing.send(casey.id());
        assertThat(mailCount()).isZero();
    }

    @Test
    void whatIsPublishedByARecruiterIsNewsOnceTheIndexHasItAndARenewalIsNone() {
        saved("q=" + board.word, Often.AT_ONCE);
        var recruiter = new Viewer(board.recruiter.id(), "R", Set.of(Role.MEMBER, Role.RECRUITER));
        var draft = board.job(halden, "Posted by hand").toDraft();
        var id = listings.draft(recruiter, halden.id(), UUID.randomUUID(), draft);
        listings.publish(recruiter, id, 0);
        index.rebuild();
        matching.run();
        assertThat(matches(id)).isEqualTo(1);
        mailing.send(casey.id());
        assertThat(mailCount()).isEqualTo(1);

        clock.advance(A_DAY);
        listings.renew(
                recruiter,
                id,
                java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                        .plusDays(20));
        matching.run();
        mailing.send(casey.id());
        assertThat(mailCount()).isEqualTo(1);
    }

    @Test
    void aListingWaitsForTheIndexAndWhatIsRolledBackIsNoNews() {
        saved("q=" + board.word, Often.AT_ONCE);
        var recruiter = new Viewer(board.recruiter.id(), "R", Set.of(Role.MEMBER, Role.RECRUITER));
        transaction.executeWithoutResult(status -> {
            var id = listings.draft(
                    recruiter,
                    halden.id(),
                    UUID.randomUUID(),
                    board.job(halden, "Undone").toDraft());
            listings.publish(recruiter, id, 0);
            status.setRollbackOnly();
        });
        assertThat(database.queryForObject(
                        "select count(*) from alert_news n where not exists (select 1 from listing l where l.id = n.listing_id)",
                        Long.class))
                .isZero();
        var import_ = new Board(listings, employers, index, people, clock);
        var id = UUID.randomUUID();
        // In the database, and not in the index: nobody has built it.
        board.open();
        database.update("insert into alert_news (listing_id, told_at, due_at) values (?, ?, ?)", id, now(), now());
        matching.run();
        assertThat(database.queryForObject("select count(*) from alert_news where listing_id = ?", Long.class, id))
                .as("what there is no listing of is forgotten")
                .isZero();
        assertThat(import_.word).isNotEqualTo(board.word);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    @Test
    void whatWasPostedLongAgoElsewhereIsNoNewsWhenItIsBroughtIn() {
        saved("q=" + board.word, Often.AT_ONCE);
        board.job(halden, "Old elsewhere").postedBefore(Duration.ofDays(ListingsImported.NEW_FOR_DAYS + 1));
        board.job(halden, "New elsewhere").postedBefore(Duration.ofDays(1));
        publish();
        assertThat(matches(id("Old elsewhere"))).isZero();
        assertThat(matches(id("New elsewhere"))).isEqualTo(1);
    }

    @Test
    void aMailThatIsRolledBackIsWrittenAgainOnce() {
        saved("q=" + board.word, Often.AT_ONCE);
        published("Survives");
        transaction.executeWithoutResult(status -> {
            mailing.send(casey.id());
            status.setRollbackOnly();
        });
        assertThat(mailCount()).isZero();
        mailing.send(casey.id());
        mailing.send(casey.id());
        assertThat(mailCount()).isEqualTo(1);
    }

    @Test
    void matchingThatDiedIsDoneAgainAndTellsNobodyTwice() {
        saved("q=" + board.word, Often.AT_ONCE);
        var id = published("Matched twice");
        mailing.send(casey.id());
        database.update("insert into alert_news (listing_id, told_at, due_at) values (?, ?, ?)", id, now(), now());
        matching.run();
        assertThat(matches(id)).isEqualTo(2);
        mailing.send(casey.id());
        assertThat(mailCount()).isEqualTo(1);
    }

    @Test
    void twoProcessesSendOneMail() throws Exception {
        saved("q=" + board.word, Often.AT_ONCE);
        published("Raced");
        Callable<Boolean> send = () -> {
            mailing.send(casey.id());
            return true;
        };
        var several = Executors.newFixedThreadPool(4);
        try {
            for (var sent :
                    several.invokeAll(Stream.generate(() -> send).limit(4).toList())) {
                try {
                    sent.get();
                } catch (ExecutionException lost) {
                    assertThat(lost).cause().isInstanceOf(DataAccessException.class);
                }
            }
        } finally {
            several.shutdownNow();
        }
        assertThat(mailCount()).isEqualTo(1);
    }

    @Test
    void aLongMailIsShortened() {
        saved("q=" + board.word, Often.AT_ONCE);
        for (int i = 0; i < AlertMailing.MOST_LISTINGS + 3; i++) {
            board.job(halden, "Job number " + i);
        }
        publish();
        mailing.send(casey.id());
        assertThat(mail().subject()).isEqualTo("23 new jobs for your saved searches");
        assertThat(mail().text().split("- Job number ")).hasSize(AlertMailing.MOST_LISTINGS + 1);
        assertThat(mail().text()).contains("And 3 more, which you find among your saved searches.");
        mailing.send(casey.id());
        assertThat(mailCount()).isEqualTo(1);
    }

    @Test
    void noMailSaysWhatItsReaderHoldsOrQualifiesFor() {
        candidates.add(viewer, Section.CLEARANCES, UUID.randomUUID(), Clearance.inAccess("us.secret"));
        saved(
                "q=" + board.word + "&holds=us.top-secret&qualify=yes&clearance=us.secret&clearance=us.top-secret",
                Often.AT_ONCE);
        saved("holds=us.top-secret&qualify=could&employer=" + halden.slug(), Often.AT_ONCE);
        board.job(halden, "Within reach");
        publish();
        mailing.send(casey.id());
        assertThat(mail().text() + mail().html() + mail().headers() + mail().subject())
                .contains("Within reach", "the clearance you look for")
                .doesNotContain("Secret", "secret", "qualify", "hold", "Robin");
    }

    @Test
    void whatItsOwnerQualifiesForIsDecidedWhenTheMailIsWritten() {
        saved("q=" + board.word + "&qualify=yes", Often.AT_ONCE);
        board.job(halden, "Needs Secret");
        board.job(halden, "Needs more").needing(ClearanceRequirement.of("us.top-secret"));
        publish();
        assertThat(matches(id("Needs Secret"))).isEqualTo(1);
        candidates.add(viewer, Section.CLEARANCES, UUID.randomUUID(), Clearance.inAccess("us.secret"));
        mailing.send(casey.id());
        assertThat(mail().text()).contains("Needs Secret").doesNotContain("Needs more");
    }

    @Test
    void whoIsDisabledGetsNoneAndIsNotCaughtUpWith() {
        saved("q=" + board.word, Often.AT_ONCE);
        published("Too late");
        database.update("update account set disabled_at = ? where id = ?", now(), casey.id());
        mailing.send(casey.id());
        database.update("update account set disabled_at = null where id = ?", casey.id());
        mailing.send(casey.id());
        assertThat(mailCount()).isZero();
    }

    @Test
    void searchesAnchoredByOtherRulesAreAnchoredAfresh() {
        saved("q=" + board.word, Often.AT_ONCE);
        database.update(
                "delete from alert_anchor where query_id = (select query_id from saved_search where account_id = ?)",
                casey.id());
        database.update(
                "update alert_query set rules = 'old' where id = (select query_id from saved_search where account_id = ?)",
                casey.id());
        assertThat(matches(published("Found again"))).isEqualTo(1);
    }

    @Test
    void whatNoAlertNeedsAnyMoreIsForgotten() {
        var search = saved("q=" + board.word, Often.AT_ONCE);
        var id = published("Forgotten");
        mailing.send(casey.id());
        clock.advance(AlertRetention.MATCHES.minusDays(1));
        retention.forget();
        assertThat(matches(id)).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        retention.forget();
        assertThat(matches(id)).isZero();
        assertThat(count("alert_sent")).isEqualTo(1);
        clock.advance(AlertRetention.SENT);
        searches.remove(viewer, search);
        retention.forget();
        assertThat(count("alert_sent")).isZero();
        assertThat(database.queryForObject(
                        "select count(*) from alert_query where address = ?", Long.class, "q=" + board.word))
                .isZero();
    }

    private long count(String table) {
        return requireNonNull(database.queryForObject(
                "select count(*) from " + table + " where account_id = ?", Long.class, casey.id()));
    }

    @Test
    void anExportHoldsWhatAPersonSavedAndAnErasureLeavesNothing() {
        saved("q=" + board.word, Often.AT_ONCE);
        saved.save(viewer, published("Exported"));
        mailing.send(casey.id());
        Map<String, Object> archived = new HashMap<>();
        transaction.executeWithoutResult(status -> data.exportTo(
                new PersonalData.Archive() {
                    @Override
                    public void json(String name, Object content) {
                        archived.put(name, content);
                    }

                    @Override
                    public void file(String name, InputStream content) {
                        throw new AssertionError(name);
                    }
                },
                casey.id()));
        assertThat(archived.get("saved")).isInstanceOfSatisfying(AlertData.Content.class, content -> {
            assertThat(content.searches()).singleElement().satisfies(search -> {
                assertThat(search.name()).isEqualTo("A name of my own");
                assertThat(search.page()).isEqualTo("/jobs?q=" + board.word);
            });
            assertThat(content.listings()).hasSize(1);
            assertThat(content.mailed()).hasSize(1);
        });
        transaction.executeWithoutResult(status -> data.erase(casey.id()));
        assertThat(Stream.of("saved_listing", "saved_search", "alert_sent", "alert_person")
                        .mapToLong(this::count)
                        .sum())
                .isZero();
        assertThatThrownBy(() -> searches.one(viewer, UUID.randomUUID())).isNotNull();
    }
}
