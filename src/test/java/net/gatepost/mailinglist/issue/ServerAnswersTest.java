package net.gatepost.mailinglist.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.mail.AnsweringMailServer;
import net.gatepost.mail.AnsweringMailServer.Answers;
import net.gatepost.mail.AnsweringMailServer.Dropped;
import net.gatepost.mail.AnsweringMailServer.Taken;
import net.gatepost.mail.MailServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.RejectException;

/** What becomes of an issue when the mail server does not simply take it; with a server on the wire. */
@ModuleTest
class ServerAnswersTest {

    private static final String ODD = "odd@";

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    ListableBeanFactory house;

    AnsweringMailServer server;
    Sending sending;
    String domain;

    @BeforeEach
    void anEmptyListAndAServer() {
        database.sql("delete from mailing_issue").update();
        database.sql("delete from subscriber").update();
        domain = "d" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        server = new AnsweringMailServer();
        sending = new Sending(house, people.administrator().id(), MailServers.smtp(house, server.port()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void readers(String... names) {
        for (String name : names) {
            var id = UuidCreator.getTimeOrderedEpoch();
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            database.sql("""
                            insert into subscriber (id, version, email, status, asked_at, wording, confirmed_at, mails_counted)
                            values (?, 0, ?, 'CONFIRMED', ?, 'words', ?, 0)""").params(id, name + "@" + domain, now, now).update();
            database.sql("insert into subscriber_topic (subscriber_id, topic) values (?, 'JOBS')")
                    .param(id)
                    .update();
        }
    }

    private static String[] many(int count) {
        return Stream.iterate(0, number -> number + 1)
                .limit(count)
                .map(number -> "reader" + number)
                .toArray(String[]::new);
    }

    private UUID send() {
        UUID issue = sending.write("An issue");
        sending.send(issue);
        return issue;
    }

    private List<String> got() {
        return server.taken().stream()
                .map(mail -> mail.recipient().substring(0, mail.recipient().indexOf('@')))
                .toList();
    }

    private String statusOf(String name) {
        return database.sql("select status from subscriber where email = ?")
                .param(name + "@" + domain)
                .query(String.class)
                .single();
    }

    private int softBouncesOf(String name) {
        return database.sql("select soft_bounces from subscriber where email = ?")
                .param(name + "@" + domain)
                .query(Integer.class)
                .single();
    }

    private String copyOf(String name) {
        return database.sql("select d.status from mailing_delivery d join subscriber s on s.id = d.subscriber_id"
                        + " where s.email = ?")
                .param(name + "@" + domain)
                .query(String.class)
                .single();
    }

    private String statusOf(UUID issue) {
        return database.sql("select status from mailing_issue where id = ?")
                .param(issue)
                .query(String.class)
                .single();
    }

    private static Answers toTheOdd(int code, String words, boolean ofTheMail) {
        return new Answers() {
            @Override
            public void recipient(String address) throws RejectException {
                refuse(address, !ofTheMail);
            }

            @Override
            public void mail(String recipient) throws RejectException {
                refuse(recipient, ofTheMail);
            }

            private void refuse(String address, boolean now) throws RejectException {
                if (now && address.startsWith(ODD)) {
                    throw new RejectException(code, words);
                }
            }
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoCannotBeSentToNowHoldsUpNobodyAndGetsItLaterAndOnce(boolean ofTheMail) {
        readers("odd", "early", "late");
        server.answers(toTheOdd(451, "4.7.1 greylisted, come again", ofTheMail));
        UUID issue = send();

        assertThat(got()).containsExactlyInAnyOrder("early", "late");
        assertThat(statusOf(issue)).isEqualTo("SENDING");
        assertThat(copyOf("odd")).isEqualTo("WAITING");

        server.answers(new Answers() {});
        clock.advance(Duration.ofMinutes(11));
        sending.goOn();

        assertThat(got()).containsExactlyInAnyOrder("early", "late", "odd");
        assertThat(statusOf(issue)).isEqualTo("SENT");
        assertThat(softBouncesOf("odd")).isZero();
    }

    @Test
    void whatWasPutOffWhileTheClockRanAheadIsSentOnceItIsRight() {
        readers("odd", "early");
        clock.advance(Duration.ofDays(400));
        server.answers(toTheOdd(451, "4.7.1 greylisted, come again", false));
        UUID issue = send();
        assertThat(copyOf("odd")).isEqualTo("WAITING");

        server.answers(new Answers() {});
        clock.advance(Duration.ofDays(-400));
        sending.goOn();

        assertThat(got()).containsExactlyInAnyOrder("early", "odd");
        assertThat(statusOf(issue)).isEqualTo("SENT");
    }

    @Test
    void whoCannotBeSentToForADayIsGivenUpAndCountedAsASoftBounce() {
        readers("odd", "early");
        server.answers(toTheOdd(452, "4.2.2 mailbox full", false));
        UUID issue = send();
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofHours(13));
            sending.goOn();
        }

        assertThat(got()).containsExactly("early");
        assertThat(copyOf("odd")).isEqualTo("BOUNCED");
        assertThat(statusOf("odd")).isEqualTo("CONFIRMED");
        assertThat(softBouncesOf("odd")).isEqualTo(1);
        assertThat(statusOf(issue)).isEqualTo("SENT");
    }

    @ParameterizedTest
    @CsvSource({"550, no such user here", "550, 5.1.1 no such user", "553, sorry", "551, 5.1.6 moved away"})
    void aMailboxThatIsNotThereClosesItsAddressAtOnce(int code, String words) {
        readers("odd", "early");
        server.answers(toTheOdd(code, words, false));
        UUID issue = send();

        assertThat(got()).containsExactly("early");
        assertThat(copyOf("odd")).isEqualTo("BOUNCED");
        assertThat(statusOf("odd")).isEqualTo("SUPPRESSED");
        assertThat(statusOf("early")).isEqualTo("CONFIRMED");
        assertThat(statusOf(issue)).isEqualTo("SENT");
        send();
        assertThat(got()).containsExactly("early", "early");
    }

    @Test
    void aMailboxThatIsFoundMissingOnlyWithTheWholeMailIsClosedToo() {
        readers("odd", "early");
        server.answers(toTheOdd(550, "5.1.1 unknown", true));
        send();

        assertThat(statusOf("odd")).isEqualTo("SUPPRESSED");
        assertThat(got()).containsExactly("early");
    }

    @ParameterizedTest
    @CsvSource({"552, 5.2.2 mailbox full", "550, 5.7.1 not from you", "554, no"})
    void aMailboxThatDoesNotTakeItForAnotherReasonIsCountedAsASoftBounce(int code, String words) {
        readers("odd", "early");
        server.answers(toTheOdd(code, words, false));
        send();

        assertThat(copyOf("odd")).isEqualTo("BOUNCED");
        assertThat(statusOf("odd")).isEqualTo("CONFIRMED");
        assertThat(softBouncesOf("odd")).isEqualTo(1);
    }

    @Test
    void aMailThatIsRefusedForWhatStandsInItSaysNothingOfItsReader() {
        readers("odd", "early");
        server.answers(toTheOdd(554, "5.7.1 looks like spam", true));
        UUID issue = send();

        assertThat(copyOf("odd")).isEqualTo("FAILED");
        assertThat(statusOf("odd")).isEqualTo("CONFIRMED");
        assertThat(softBouncesOf("odd")).isZero();
        assertThat(statusOf(issue)).isEqualTo("SENT");
    }

    /** The connection breaks at the tenth mail, once. */
    private abstract static class BreaksOnce implements Answers {
        private final AtomicInteger calls = new AtomicInteger();

        void now() throws Dropped {
            if (calls.incrementAndGet() == 10) {
                throw new Dropped();
            }
        }
    }

    @Test
    void aConnectionThatBreaksInTheMiddleLosesNothingAndRepeatsTheMailInFlightAlone() {
        readers(many(20));
        server.answers(new BreaksOnce() {
            @Override
            public void afterwards(String recipient) throws Dropped {
                now();
            }
        });
        UUID issue = send();

        assertThat(got()).hasSize(21).contains(many(20));
        assertThat(server.taken().stream().map(Taken::messageId).distinct()).hasSize(20);
        assertThat(statusOf(issue)).isEqualTo("SENT");
    }

    @Test
    void aConnectionThatBreaksInsteadOfAnAnswerToARecipientIsNoAnswer() {
        readers(many(20));
        server.answers(new BreaksOnce() {
            @Override
            public void recipient(String address) throws Dropped {
                now();
            }
        });
        UUID issue = send();

        assertThat(got()).containsExactlyInAnyOrder(many(20));
        assertThat(statusOf(issue)).isEqualTo("SENT");
        assertThat(database.sql("select count(*) from subscriber where status = 'CONFIRMED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void aServerThatTakesAFewMailsOfAConnectionGetsTheNextOnesThroughAnother() {
        readers(many(20));
        var ofThisConnection = new AtomicInteger();
        server.answers(new Answers() {
            @Override
            public void sender() throws RejectException, Dropped {
                if (ofThisConnection.incrementAndGet() > 5) {
                    ofThisConnection.set(0);
                    throw new RejectException(421, "4.7.0 too many mails on this connection");
                }
            }
        });
        UUID issue = sending.write("An issue");
        sending.begin(issue);
        sending.batch();

        assertThat(got()).containsExactlyInAnyOrder(many(20));
    }

    @Test
    void aLargeBatchGoesThroughSeveralConnectionsAndEverybodyGetsItOnce() {
        Set<Thread> connections = ConcurrentHashMap.newKeySet();
        server.answers(new Answers() {
            @Override
            public void sender() {
                connections.add(Thread.currentThread());
            }
        });

        sendFast(many(250));

        assertThat(connections).hasSizeBetween(2, 3);
        assertThat(got()).containsExactlyInAnyOrder(many(250));
    }

    @Test
    void aServerThatTakesOneConnectionAtATimeGetsAllThroughIt() {
        var only = new AtomicReference<Thread>();
        server.answers(new Answers() {
            @Override
            public void sender() throws RejectException {
                if (!Thread.currentThread()
                        .equals(only.updateAndGet(first -> first == null ? Thread.currentThread() : first))) {
                    throw new RejectException(421, "4.7.0 too many connections");
                }
            }
        });

        var issue = sendFast(many(250));

        assertThat(got()).containsExactlyInAnyOrder(many(250));
        assertThat(statusOf(issue)).isEqualTo("SENT");
    }

    private UUID sendFast(String... names) {
        readers(names);
        sending = new Sending(house, people.administrator().id(), MailServers.smtp(house, server.port()), 60_000);
        return send();
    }

    @ParameterizedTest
    @CsvSource({"530, 5.7.0 authentication required", "550, 5.7.1 sender not allowed", "451, 4.3.0 try again"})
    void aServerThatWantsNothingFromUsMakesTheIssueWaitAndClosesNobody(int code, String words) {
        readers(many(20));
        server.answers(new Answers() {
            @Override
            public void sender() throws RejectException {
                throw new RejectException(code, words);
            }
        });
        UUID issue = send();

        assertThat(statusOf(issue)).isEqualTo("SENDING");
        assertThat(copyOf("reader7")).isEqualTo("WAITING");
        assertThat(house.getBean(Issues.class).one(issue).lastError()).contains(words);

        server.answers(new Answers() {});
        clock.advance(Duration.ofMinutes(2));
        sending.goOn();

        assertThat(got()).containsExactlyInAnyOrder(many(20));
        assertThat(statusOf(issue)).isEqualTo("SENT");
    }

    @Test
    void ofManyThatLeaveAtOnceThoseThatAreRefusedHoldUpNobodyAndRepeatNothing() {
        server.answers(new Answers() {
            @Override
            public void recipient(String address) throws RejectException {
                if (address.startsWith("reader77@")) {
                    throw new RejectException(550, "5.1.1 no such mailbox");
                }
            }

            @Override
            public void mail(String recipient) throws RejectException {
                if (recipient.startsWith("reader78@")) {
                    throw new RejectException(451, "4.7.1 not now");
                }
                if (recipient.startsWith("reader79@")) {
                    throw new RejectException(554, "5.6.0 not this");
                }
            }
        });

        var issue = sendFast(many(250));

        assertThat(got()).doesNotHaveDuplicates().hasSize(247).doesNotContain("reader77", "reader78", "reader79");
        assertThat(copyOf("reader76")).isEqualTo("SENT");
        assertThat(copyOf("reader77")).isEqualTo("BOUNCED");
        assertThat(statusOf("reader77")).isEqualTo("SUPPRESSED");
        assertThat(copyOf("reader78")).isEqualTo("WAITING");
        assertThat(copyOf("reader79")).isEqualTo("FAILED");
        assertThat(statusOf(issue)).isEqualTo("SENDING");
    }

    /** "Relaying denied" is 550 too: a server that is set up wrongly must not close the whole list. */
    @Test
    void aServerThatRefusesManyInARowIsBelievedNoFurther() {
        readers(many(60));
        server.answers(new Answers() {
            @Override
            public void recipient(String address) throws RejectException {
                throw new RejectException(550, "relaying denied");
            }
        });
        UUID issue = send();

        assertThat(statusOf(issue)).isEqualTo("SENDING");
        assertThat(database.sql("select count(*) from subscriber where status = 'SUPPRESSED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(10);
        assertThat(house.getBean(Issues.class).one(issue).lastError()).contains("relaying denied");
    }
}
