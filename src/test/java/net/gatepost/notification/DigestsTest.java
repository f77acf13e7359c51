package net.gatepost.notification;

import static java.util.Objects.requireNonNull;
import static net.gatepost.notification.NotificationsTest.notice;
import static net.gatepost.notification.NotificationsTest.viewer;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.account.PersonalData;
import net.gatepost.mail.SentMails;
import net.gatepost.web.RetentionPeriods;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class DigestsTest {

    @Autowired
    RetentionPeriods periods;

    @Autowired
    Digests digests;

    @Autowired
    NoticeRetention retention;

    @Autowired
    NoticeData data;

    @Autowired
    Notifications notifications;

    @Autowired
    MailChoices choices;

    @Autowired
    Inbox inbox;

    @Autowired
    SentMails mails;

    @Autowired
    People people;

    @Autowired
    SchedulerClient waitingWork;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    People.Person casey;

    @BeforeEach
    void aMember() {
        casey = people.member();
    }

    private void tell(NoticeKind kind, String sentence) {
        transaction.executeWithoutResult(status -> notifications.tell(casey.id(), notice(kind, sentence)));
    }

    private long count(String table) {
        return requireNonNull(database.queryForObject(
                "select count(*) from " + table + " where account_id = ?", Long.class, casey.id()));
    }

    private boolean isPutDown(UUID accountId) {
        return waitingWork
                .getScheduledExecution(TaskInstanceId.of(Digests.TASK.getTaskName(), accountId.toString()))
                .isPresent();
    }

    @Test
    void aDaysNoticesComeInOneMailOnce() {
        tell(NoticeKind.LOOK, "Looked <once>");
        tell(NoticeKind.LOOK, "Looked again");
        digests.send(casey.id());
        digests.send(casey.id());
        assertThat(mails.to(casey.email())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Your day on Gatepost: 2 notices");
            assertThat(mail.text())
                    .contains("- Looked <once>", "- Looked again")
                    .doesNotContain("Robin Test", "more");
            assertThat(mail.html())
                    .contains("Looked &lt;once&gt;", "/me/somewhere")
                    .doesNotContain("Robin Test");
            assertThat(mail.link("/me/notifications")).isEqualTo("/me/notifications");
        });
    }

    @Test
    void whatCameAfterTodaysDigestIsInTomorrows() {
        tell(NoticeKind.LOOK, "Today");
        digests.send(casey.id());
        tell(NoticeKind.LOOK, "Later");
        digests.send(casey.id());
        assertThat(mails.to(casey.email())).hasSize(1);
        clock.advance(Duration.ofDays(1));
        digests.send(casey.id());
        digests.send(casey.id());
        assertThat(mails.to(casey.email())).hasSize(2);
        assertThat(mails.latestTo(casey.email()).subject()).isEqualTo("Your day on Gatepost: one notice");
        assertThat(mails.latestTo(casey.email()).text()).contains("Later").doesNotContain("Today");
    }

    @Test
    void aDigestThatWasSentWhileTheClockRanAheadStandsInTheWayOfNone() {
        clock.advance(Duration.ofDays(400));
        tell(NoticeKind.LOOK, "Ahead");
        digests.send(casey.id());
        clock.advance(Duration.ofDays(-400));
        tell(NoticeKind.LOOK, "Today");

        digests.send(casey.id());
        digests.send(casey.id());

        assertThat(mails.to(casey.email())).hasSize(2);
        assertThat(mails.latestTo(casey.email()).text()).contains("Today").doesNotContain("Ahead");
    }

    @Test
    void whereNothingIsLeftToTellNoMailIsSent() {
        digests.send(casey.id());
        digests.send(UUID.randomUUID());
        tell(NoticeKind.LOOK, "Seen on the desk");
        clock.advance(Duration.ofDays(1));
        inbox.look(viewer(casey), 1);
        digests.send(casey.id());
        assertThat(mails.to(casey.email())).isEmpty();

        tell(NoticeKind.LOOK, "Not wanted any more");
        choices.choose(viewer(casey), Map.of(NoticeKind.LOOK, Mailing.NEVER));
        clock.advance(Duration.ofDays(1));
        digests.send(casey.id());
        assertThat(mails.to(casey.email())).isEmpty();
        digests.putDown();
        assertThat(isPutDown(casey.id())).as("nothing waits for ever").isFalse();
    }

    @Test
    void whatIsMarkedAsReadIsNotMailed() {
        tell(NoticeKind.LOOK, "Read");
        inbox.markRead(viewer(casey), clock.instant());
        digests.send(casey.id());
        assertThat(mails.to(casey.email())).isEmpty();
    }

    @Test
    void whoWasDisabledMeanwhileGetsNone() {
        tell(NoticeKind.LOOK, "Too late");
        database.update(
                "update account set disabled_at = ? where id = ?",
                java.sql.Timestamp.from(clock.instant()),
                casey.id());
        digests.send(casey.id());
        digests.putDown();
        assertThat(mails.to(casey.email())).isEmpty();
        assertThat(isPutDown(casey.id())).isFalse();
    }

    @Test
    void aLongDayIsShortened() {
        for (int i = 0; i < Digests.MOST_LINES + 3; i++) {
            tell(NoticeKind.LOOK, "Look " + i);
        }
        digests.send(casey.id());
        assertThat(mails.latestTo(casey.email()).text())
                .contains("And 3 more; they stand on your desk.", "- Look " + (Digests.MOST_LINES + 2))
                .doesNotContain("- Look 2\n");
        clock.advance(Duration.ofDays(1));
        digests.send(casey.id());
        assertThat(mails.to(casey.email())).hasSize(1);
    }

    @Test
    void aDigestIsPutDownForEachWhoHasSomethingWaitingAndTwiceIsOnce() {
        var other = people.member();
        tell(NoticeKind.LOOK, "Waits");
        digests.putDown();
        digests.putDown();
        assertThat(isPutDown(casey.id())).isTrue();
        assertThat(isPutDown(other.id())).isFalse();
    }

    @Test
    void twoProcessesSendOneDigest() throws Exception {
        tell(NoticeKind.LOOK, "Raced");
        Callable<Boolean> send = () -> {
            digests.send(casey.id());
            return true;
        };
        var several = Executors.newFixedThreadPool(4);
        try {
            for (var sent :
                    several.invokeAll(Stream.generate(() -> send).limit(4).toList())) {
                try {
                    sent.get();
                } catch (ExecutionException lost) {
                    // Refused by the database instead of made to wait: the task is tried again.
                    assertThat(lost).cause().isInstanceOf(DataAccessException.class);
                }
            }
        } finally {
            several.shutdownNow();
        }
        assertThat(mails.to(casey.email())).hasSize(1);
    }

    @Test
    void noticesAreForgottenAfterAYear() {
        tell(NoticeKind.LOOK, "Old");
        clock.advance(periods.notices().minusDays(1));
        retention.forget();
        tell(NoticeKind.LOOK, "Young");
        clock.advance(Duration.ofDays(2));
        retention.forget();
        assertThat(inbox.page(viewer(casey), 1))
                .extracting(Inbox.Item::sentence)
                .containsExactly("Young");
    }

    @Test
    void anExportHoldsWhatAPersonWasToldAndAnErasureLeavesNothing() {
        tell(NoticeKind.APPLICATION, "In review");
        choices.choose(viewer(casey), Map.of(NoticeKind.LOOK, Mailing.NEVER));
        inbox.look(viewer(casey), 1);
        var archived = new HashMap<String, Object>();
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
        assertThat(archived.get("notifications")).isInstanceOfSatisfying(NoticeData.Content.class, content -> {
            assertThat(content.mailed()).containsEntry(NoticeKind.LOOK, Mailing.NEVER);
            assertThat(content.notices()).singleElement().satisfies(told -> {
                assertThat(told.what()).isEqualTo("In review");
                assertThat(told.mailedAt()).isNotNull();
            });
        });

        transaction.executeWithoutResult(status -> data.erase(casey.id()));
        assertThat(new ArrayList<>(List.of(count("notice"), count("notice_choice"), count("notice_reader"))))
                .containsOnly(0L);
    }
}
