package net.gatepost.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.web.RetentionPeriods;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class MailsTest {

    @Autowired
    RetentionPeriods periods;

    @Autowired
    Mails mails;

    @Autowired
    MailDelivery delivery;

    @Autowired
    MailRetention retention;

    @Autowired
    TestClock clock;

    @Autowired
    MailRepository stored;

    @Autowired
    MimeMails mimes;

    @Autowired
    MailFolder folder;

    @Autowired
    SentMails sent;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private final EmailAddress robin = new EmailAddress(UuidCreator.getRandomBased() + "@people.example");

    @Test
    void aMailAndTheWorkOfSendingItAreGoneWhenTheCallerRollsBack() {
        transaction.executeWithoutResult(status -> {
            mails.send(hello());
            stored.flush();
            assertThat(sent.to(robin)).hasSize(1);
            assertThat(waiting()).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(sent.to(robin)).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void aMailIsNotSentOutsideATransaction() {
        assertThatThrownBy(() -> mails.send(hello())).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aMailWithTheKeyOfAnEarlierOneIsNotSentAgain() {
        String key = "greeting " + robin;
        transaction.executeWithoutResult(status -> mails.send(hello().once(key)));
        transaction.executeWithoutResult(status -> mails.send(hello().once(key)));
        assertThat(sent.to(robin)).hasSize(1);
    }

    @Test
    void whereNoServerIsConfiguredAMailBecomesOneFileAndItsWordsAreForgotten() throws Exception {
        UUID id = queue();
        delivery.deliver(id);
        delivery.deliver(id);

        try (var files = Files.list(folder.path())) {
            var written =
                    files.filter(file -> file.toString().endsWith(id + ".eml")).toList();
            assertThat(written).hasSize(1);
            assertThat(Files.readString(written.get(0)))
                    .contains(
                            "To: " + robin,
                            "Subject: Hello, Robin",
                            "Auto-Submitted: auto-generated",
                            "/here",
                            "<b>Robin</b>");
        }
        var mail = stored.findById(id).orElseThrow();
        assertThat(mail.status()).isEqualTo(Mail.Status.SENT);
        assertThat(mail.textBody() + mail.htmlBody()).isEmpty();
    }

    @Test
    void aMailHasTheSameMessageIdOnEveryAttempt() throws Exception {
        var mail = stored.findById(queue()).orElseThrow();
        var session = new JavaMailSenderImpl().getSession();
        assertThat(mimes.toMime(mail, session).getMessageID())
                .isEqualTo(mimes.toMime(mail, session).getMessageID())
                .isEqualTo(mail.messageId());
    }

    @Test
    void anSmtpServerReceivesTextAndHtml() throws Exception {
        var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.getSmtp().getPort());
            sender.send(mimes.toMime(stored.findById(queue()).orElseThrow(), sender.getSession()));
            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo("Hello, Robin");
            assertThat(new String(received.getRawInputStream().readAllBytes())).contains("text/plain", "text/html");
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailThatCannotBeSentKeepsItsReasonAndInTheEndIsKeptAsFailed() throws Exception {
        UUID id = queue();
        // A file where the folder should be: the transport has to fail.
        var saved = Files.exists(folder.path())
                ? Files.move(folder.path(), folder.path().resolveSibling("mail-" + id))
                : null;
        Files.writeString(folder.path(), "in the way");
        try {
            assertThatThrownBy(() -> delivery.deliver(id)).isInstanceOf(MailDelivery.NotDelivered.class);
            var mail = stored.findById(id).orElseThrow();
            assertThat(mail.status()).isEqualTo(Mail.Status.QUEUED);
            assertThat(mail.attempts()).isEqualTo(1);
            assertThat(mail.lastError()).isNotBlank();
            delivery.giveUp(id);
            assertThat(stored.findById(id).orElseThrow().status()).isEqualTo(Mail.Status.FAILED);
        } finally {
            Files.delete(folder.path());
            if (saved != null) {
                Files.move(saved, folder.path());
            }
        }
    }

    @Test
    void aServerThatIsAwayIsTriedForADayLaterAndLater() {
        UUID id = queue();
        var task = delivery.mailTask();
        var execution = new Execution(clock.instant(), task.instance(id.toString()));
        var failed = ExecutionComplete.failure(
                execution, clock.instant(), clock.instant(), new IllegalStateException("refused"));
        List<Duration> pauses = new ArrayList<>();
        ExecutionOperations<Void> operations = mock();
        doAnswer(asked -> pauses.add(Duration.between(clock.instant(), asked.getArgument(1, Instant.class))
                        .plusSeconds(1)
                        .truncatedTo(ChronoUnit.MINUTES)))
                .when(operations)
                .reschedule(any(), any(Instant.class));

        while (stored.findById(id).orElseThrow().status() == Mail.Status.QUEUED) {
            task.getFailureHandler().onFailure(failed, operations);
            execution.consecutiveFailures++;
        }

        verify(operations).stop();
        assertThat(stored.findById(id).orElseThrow().status()).isEqualTo(Mail.Status.FAILED);
        assertThat(pauses)
                .isSorted()
                .hasSize(6)
                .extracting(Duration::toMinutes)
                .containsExactly(0L, 5L, 30L, 120L, 360L, 960L);
    }

    @Test
    void aSentMailIsForgottenAfterAWhileAndAFailedOneIsNot() {
        UUID sentId = queue();
        delivery.deliver(sentId);
        var failed = new EmailAddress(UuidCreator.getRandomBased() + "@people.example");
        transaction.executeWithoutResult(
                status -> mails.send(Mails.Letter.of("test/mail-hello", failed, Map.of("name", "Robin"))
                        .subjectArguments("Robin")));
        UUID failedId = idOfMailTo(failed);
        delivery.giveUp(failedId);

        retention.forget();
        assertThat(stored.existsById(sentId)).isTrue();
        clock.advance(periods.mails().plusDays(1));
        retention.forget();
        assertThat(stored.existsById(sentId)).isFalse();
        assertThat(stored.existsById(failedId)).isTrue();
    }

    private Mails.Letter hello() {
        return Mails.Letter.of("test/mail-hello", robin, Map.of("name", "Robin"))
                .subjectArguments("Robin");
    }

    private UUID queue() {
        transaction.executeWithoutResult(status -> mails.send(hello()));
        return idOfMailTo(robin);
    }

    private UUID idOfMailTo(EmailAddress address) {
        return database.sql("select id from mail where recipient = ?")
                .param(address.value())
                .query(UUID.class)
                .single();
    }

    private long waiting() {
        return database.sql(
                        "select count(*) from scheduled_tasks t join mail m on t.task_instance = cast(m.id as varchar) where m.recipient = ?")
                .param(robin.value())
                .query(Long.class)
                .single();
    }
}
