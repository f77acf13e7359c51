package net.gatepost.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.mail.SentMails;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.NoSuchMessageException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class NotificationsTest {

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
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    People.Person casey;
    Viewer viewer;

    @BeforeEach
    void aMember() {
        casey = people.member();
        viewer = viewer(casey);
    }

    static Viewer viewer(People.Person person) {
        return new Viewer(person.id(), "Casey Moreno", Set.of(Role.MEMBER));
    }

    /** Its sentence is the argument, as the words of a subject are. */
    static Notice notice(NoticeKind kind, String sentence) {
        return new Notice(kind, "mail.notification.mail-notice.subject", List.of(sentence), "/me/somewhere", sentence);
    }

    private void tell(NoticeKind kind, String sentence) {
        transaction.executeWithoutResult(status -> notifications.tell(casey.id(), notice(kind, sentence)));
    }

    private List<Inbox.Item> told() {
        return inbox.page(viewer, 1).getContent();
    }

    @Test
    void whoHasChosenNothingIsMailedWhatMattersAtOnce() {
        tell(NoticeKind.APPLICATION, "In review <now>");
        assertThat(mails.to(casey.email())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("In review <now>");
            assertThat(mail.text()).contains("In review <now>").doesNotContain("Robin Test");
            assertThat(mail.html()).contains("In review &lt;now&gt;").doesNotContain("Robin Test");
            assertThat(mail.link("/me/somewhere")).isEqualTo("/me/somewhere");
            assertThat(mail.link("/me/notifications")).isEqualTo("/me/notifications");
        });
        tell(NoticeKind.REVEAL_REQUEST, "Who are you");
        assertThat(mails.to(casey.email())).hasSize(2);
        tell(NoticeKind.LOOK, "Looked");
        tell(NoticeKind.APPLICANT, "Applied");
        assertThat(mails.to(casey.email())).hasSize(2);
        assertThat(told())
                .extracting(Inbox.Item::sentence)
                .containsExactly("Applied", "Looked", "Who are you", "In review <now>");
    }

    @Test
    void whatIsChosenIsFollowedAndTheDeskHasItInAnyCase() {
        choices.choose(viewer, Map.of(NoticeKind.APPLICATION, Mailing.NEVER, NoticeKind.LOOK, Mailing.AT_ONCE));
        tell(NoticeKind.APPLICATION, "Not mailed");
        tell(NoticeKind.LOOK, "Mailed");
        assertThat(mails.to(casey.email())).extracting(SentMails.Sent::subject).containsExactly("Mailed");
        assertThat(told()).hasSize(2);
        assertThat(choices.of(viewer))
                .containsEntry(NoticeKind.APPLICATION, Mailing.NEVER)
                .containsEntry(NoticeKind.LOOK, Mailing.AT_ONCE)
                .containsEntry(NoticeKind.REVEAL_REQUEST, Mailing.AT_ONCE)
                .containsEntry(NoticeKind.APPLICANT, Mailing.DAILY);
    }

    @Test
    void theSameThingIsToldOnceAndAnotherMembersIsAnother() {
        var other = people.member();
        transaction.executeWithoutResult(status -> {
            notifications.tell(casey.id(), notice(NoticeKind.APPLICATION, "Once"));
            notifications.tell(casey.id(), notice(NoticeKind.APPLICATION, "Once"));
            notifications.tell(other.id(), notice(NoticeKind.APPLICATION, "Once"));
        });
        tell(NoticeKind.APPLICATION, "Once");
        assertThat(told()).hasSize(1);
        assertThat(mails.to(casey.email())).hasSize(1);
        assertThat(mails.to(other.email())).hasSize(1);
    }

    @Test
    void manyWhoTellTheSameAtOnceTellItOnceAndNobodysWorkIsUndone() throws Exception {
        Callable<UUID> act = () -> transaction.execute(status -> {
            notifications.tell(casey.id(), notice(NoticeKind.APPLICATION, "Raced"));
            // What the caller does besides must commit for each of them.
            var own = UUID.randomUUID();
            notifications.tell(casey.id(), notice(NoticeKind.APPLICANT, own.toString()));
            return own;
        });
        atOnce(6, act);
        assertThat(told())
                .hasSize(7)
                .filteredOn(item -> item.sentence().equals("Raced"))
                .hasSize(1);
        assertThat(mails.to(casey.email())).hasSize(1);
    }

    @Test
    void whatIsRolledBackWasNeverTold() {
        transaction.executeWithoutResult(status -> {
            notifications.tell(casey.id(), notice(NoticeKind.APPLICATION, "Undone"));
            status.setRollbackOnly();
        });
        assertThat(told()).isEmpty();
        assertThat(mails.to(casey.email())).isEmpty();
        assertThatThrownBy(() -> notifications.tell(casey.id(), notice(NoticeKind.LOOK, "No transaction")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aDisabledAccountIsToldNothing() {
        database.update(
                "update account set disabled_at = ? where id = ?",
                java.sql.Timestamp.from(clock.instant()),
                casey.id());
        tell(NoticeKind.APPLICATION, "Unheard");
        assertThat(database.queryForObject("select count(*) from notice where account_id = ?", Long.class, casey.id()))
                .isZero();
        assertThat(mails.to(casey.email())).isEmpty();
    }

    @Test
    void manyAreToldInOneCallEachTheirOwn() {
        var other = people.member();
        choices.choose(viewer(other), Map.of(NoticeKind.APPLICATION, Mailing.NEVER));
        transaction.executeWithoutResult(status -> notifications.tell(Map.of(
                casey.id(), notice(NoticeKind.APPLICATION, "For Casey"),
                other.id(), notice(NoticeKind.APPLICATION, "For the other"),
                UUID.randomUUID(), notice(NoticeKind.APPLICATION, "For nobody"))));
        assertThat(told()).extracting(Inbox.Item::sentence).containsExactly("For Casey");
        assertThat(mails.to(casey.email())).hasSize(1);
        assertThat(mails.to(other.email())).isEmpty();
        assertThat(inbox.page(viewer(other), 1)).hasSize(1);

        var tooMany = new HashMap<UUID, Notice>();
        for (int i = 0; i <= Notifications.MOST_AT_ONCE; i++) {
            tooMany.put(UUID.randomUUID(), notice(NoticeKind.LOOK, "x"));
        }
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> notifications.tell(tooMany)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongNameBreaksNothing() {
        tell(NoticeKind.APPLICATION, "A");
        var longest = new Notice(
                NoticeKind.APPLICANT,
                "mail.notification.mail-notice.subject",
                Stream.generate(() -> "n".repeat(1000)).limit(6).toList(),
                "/" + "p".repeat(299),
                "k".repeat(Notice.LONGEST_KEY));
        transaction.executeWithoutResult(status -> notifications.tell(casey.id(), longest));
        assertThat(told().get(0).sentence()).hasSize(300).endsWith("…");
    }

    @Test
    void aNoticeWithoutWordsIsTheTellersMistakeAndOneWhoseWordsWentIsStillListed() {
        var wordless = new Notice(NoticeKind.LOOK, "no.such.words", List.of(), "/me", "wordless");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> notifications.tell(casey.id(), wordless)))
                .isInstanceOf(NoSuchMessageException.class);
        assertThatThrownBy(() -> new Notice(NoticeKind.LOOK, "x", List.of(), "https://elsewhere.example", "x"))
                .isInstanceOf(IllegalArgumentException.class);

        tell(NoticeKind.LOOK, "Old");
        database.update("update notice set message_key = 'no.such.words' where account_id = ?", casey.id());
        assertThat(told())
                .singleElement()
                .satisfies(item -> assertThat(item.sentence()).contains("no words"));
    }

    @Test
    void newsStayThroughAReloadAndAreOldWithTheNextVisit() {
        tell(NoticeKind.LOOK, "First");
        clock.advance(Duration.ofMinutes(5));
        assertThat(inbox.look(viewer, 5).newest())
                .extracting(Inbox.Item::sentence)
                .containsExactly("First");
        clock.advance(Duration.ofMinutes(10));
        assertThat(inbox.look(viewer, 5).count()).as("a reload").isEqualTo(1);
        clock.advance(Duration.ofMinutes(29));
        tell(NoticeKind.LOOK, "Second");
        assertThat(inbox.look(viewer, 5).count()).as("still the same visit").isEqualTo(2);
        clock.advance(Duration.ofMinutes(31));
        var next = inbox.look(viewer, 5);
        assertThat(next.newest())
                .as("may have committed after the last look")
                .extracting(Inbox.Item::sentence)
                .containsExactly("Second");
        clock.advance(Duration.ofMinutes(31));
        var last = inbox.look(viewer, 5);
        assertThat(last.count()).isZero();
        assertThat(last.everTold()).isTrue();
    }

    @Test
    void aLookWhileTheClockRanAheadDoesNotMakeAllThatComesOld() {
        clock.advance(Duration.ofDays(400));
        inbox.look(viewer, 5);
        clock.advance(Duration.ofMinutes(31));
        inbox.look(viewer, 5);
        clock.advance(Duration.ofDays(-400));
        inbox.look(viewer, 5);

        clock.advance(Duration.ofMinutes(5));
        tell(NoticeKind.LOOK, "Later");

        assertThat(inbox.look(viewer, 5).count()).isEqualTo(1);
    }

    @Test
    void newsAreBoundedAndCounted() {
        assertThat(inbox.look(viewer, 2)).isEqualTo(new Inbox.News(List.of(), 0, false));
        Stream.of("a", "b", "c").forEach(word -> tell(NoticeKind.LOOK, word));
        var news = inbox.look(viewer, 2);
        assertThat(news.newest()).extracting(Inbox.Item::sentence).containsExactly("c", "b");
        assertThat(news.count()).isEqualTo(3);
    }

    @Test
    void manyLooksAtOnceAreOneVisit() throws Exception {
        tell(NoticeKind.LOOK, "Seen by all");
        atOnce(6, () -> inbox.look(viewer, 5));
        assertThat(inbox.look(viewer, 5).count()).isEqualTo(1);
    }

    @Test
    void choicesMadeAtOnceLeaveOneForEachKind() throws Exception {
        atOnce(6, () -> {
            choices.choose(viewer, Map.of(NoticeKind.APPLICATION, Mailing.DAILY, NoticeKind.LOOK, Mailing.NEVER));
            return true;
        });
        choices.choose(viewer, Map.of(NoticeKind.LOOK, Mailing.AT_ONCE));
        assertThat(choices.of(viewer))
                .containsEntry(NoticeKind.APPLICATION, Mailing.DAILY)
                .containsEntry(NoticeKind.LOOK, Mailing.AT_ONCE);
        assertThat(database.queryForObject(
                        "select count(*) from notice_choice where account_id = ?", Long.class, casey.id()))
                .isEqualTo(2);
    }

    private static <T> void atOnce(int times, Callable<T> act) throws Exception {
        var several = Executors.newFixedThreadPool(times);
        try {
            for (var answer :
                    several.invokeAll(Stream.generate(() -> act).limit(times).toList())) {
                answer.get();
            }
        } finally {
            several.shutdownNow();
        }
    }
}
