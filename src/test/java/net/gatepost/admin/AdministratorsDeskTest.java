package net.gatepost.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.audit.Audit;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.SentMails;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** People, failures and the trail, as an administrator has them. */
@ModuleTest
class AdministratorsDeskTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    SentMails mails;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient database;

    private Person administrator;
    private Person casey;

    @BeforeEach
    void somebodyIsThere() {
        administrator = people.administrator();
        casey = people.named("Zenobia " + UUID.randomUUID(), new EmailAddress(UUID.randomUUID() + "@people.example"));
    }

    @Test
    void somebodyIsFoundByTheBeginningOfTheirNameTheirAddressAndTheirId() {
        String name = database.sql("select name from account where id = ?")
                .param(casey.id())
                .query(String.class)
                .single();
        for (String typed : new String[] {
            name.substring(0, 20), casey.email().value(), casey.id().toString()
        }) {
            assertThat(get("/admin/people?q=" + typed)).as(typed).contains("/admin/people/" + casey.id());
        }
        assertThat(get("/admin/people?q=%25")).contains("Nobody is like that");
        assertThat(get("/admin/people?q=" + UUID.randomUUID())).contains("Nobody is like that");
    }

    @Test
    void thatAPageWasOpenedIsInTheTrailAndNothingSecretIsOnIt() {
        String page = get("/admin/people/" + casey.id());

        assertThat(page).contains(casey.email().value()).doesNotContain("{bcrypt}", "argon2", "{argon");
        assertThat(audit.latestAbout("account", casey.id()).get(0)).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("account.looked-at");
            assertThat(entry.actorAccountId()).isEqualTo(administrator.id());
        });
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndToldWhyAndComesBack() {
        Cookie session = signIn();
        assertThat(browser.get().uri("/me").cookie(session)).hasStatusOk();

        assertThat(post("/admin/people/" + casey.id() + "/disabling", Map.of("reason", " ")))
                .hasStatus(422);
        assertThat(post("/admin/people/" + casey.id() + "/disabling", Map.of("reason", "Spam")))
                .hasStatus(302);
        assertThat(post("/admin/people/" + casey.id() + "/disabling", Map.of("reason", "Spam")))
                .hasStatus(302);

        assertThat(browser.get().uri("/me").cookie(session)).hasStatus(302);
        assertThat(mails.to(casey.email())).hasSize(1);
        assertThat(mails.latestTo(casey.email()).text()).contains("Spam");
        assertThat(post("/admin/people/" + casey.id() + "/enabling", Map.of("reason", "Settled")))
                .hasStatus(302);
        assertThat(browser.get().uri("/me").cookie(signIn())).hasStatusOk();
    }

    @Test
    void nobodyDisablesThemselves() {
        assertThat(post("/admin/people/" + administrator.id() + "/disabling", Map.of("reason", "Tired")))
                .hasStatus(409);
        assertThat(browser.get().uri("/admin").with(administrator)).hasStatusOk();
    }

    @Test
    void sessionsAreEnded() {
        Cookie session = signIn();
        assertThat(get("/admin/people/" + casey.id())).contains("End all sessions");

        assertThat(post("/admin/people/" + casey.id() + "/sessions/end", Map.of()))
                .hasStatus(302);

        assertThat(browser.get().uri("/me").cookie(session)).hasStatus(302);
        assertThat(audit.latestAbout("account", casey.id()))
                .extracting(Audit.Entry::action)
                .contains("account.sessions-ended");
    }

    @Test
    void aFailedMailIsTriedAgainOrDroppedAndItsWordsAreNotShown() {
        var mail = failed("Connection refused for casey@people.example");
        var other = failed("No such user");

        assertThat(get("/admin/failures"))
                .contains("Connection refused for …", "people.example")
                .doesNotContain("casey@", "Secret words");
        assertThat(post("/admin/failures/mails/" + mail + "/retry", Map.of())).hasStatus(302);
        assertThat(post("/admin/failures/mails/" + mail + "/retry", Map.of())).hasStatus(302);
        assertThat(post("/admin/failures/mails/" + other + "/removal", Map.of()))
                .hasStatus(302);

        assertThat(statusOf(mail)).isEqualTo("QUEUED");
        assertThat(database.sql("select count(*) from scheduled_tasks where task_name = 'mail' and task_instance = ?")
                        .param(mail.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(database.sql("select count(*) from mail where id = ?")
                        .param(other)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void workThatFailsIsTriedAtOnce() {
        String instance = UUID.randomUUID().toString();
        database.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures,
                                                     last_failure, version)
                        values ('alert', ?, ?, false, 3, current_timestamp, 1)""")
                .params(
                        instance,
                        java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC).plusDays(1))
                .update();

        assertThat(get("/admin/failures")).contains(instance);
        assertThat(post("/admin/failures/tasks/retry", Map.of("name", "alert", "instance", instance)))
                .hasStatus(302);
        assertThat(post("/admin/failures/tasks/retry", Map.of("name", "nonsense", "instance", "x")))
                .hasStatus(302);

        assertThat(database.sql("select count(*) from scheduled_tasks where task_instance = ? and execution_time < ?")
                        .params(
                                instance,
                                java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC)
                                        .plusHours(1))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        database.sql("delete from scheduled_tasks where task_instance = ?")
                .param(instance)
                .update();
    }

    @Test
    void theTrailIsNarrowedAndExported() {
        get("/admin/people/" + casey.id());
        String about = "about=" + casey.id();

        assertThat(get("/admin/audit?" + about)).contains("account.looked-at", "account " + casey.id());
        assertThat(get("/admin/audit?action=account.looked&" + about)).contains("account.looked-at");
        assertThat(get("/admin/audit?action=employer&" + about)).contains("Nothing is found");
        assertThat(get("/admin/audit?from=2999-01-01")).contains("Nothing is found");
        assertThat(get("/admin/audit?actor=nonsense")).contains("Nothing is found");
        assertThat(get("/admin/audit?from=nonsense&action=%22%3E%3Cb%3E")).contains("Nothing is found");
        var export = browser.get()
                .uri("/admin/audit/export?" + about)
                .with(administrator)
                .exchange();
        assertThat(export).hasStatusOk();
        assertThat(text(export))
                .startsWith("number,at,account,action,subject,id,detail")
                .contains("account.looked-at", administrator.id().toString());
        assertThat(get("/admin/audit?action=audit.exported")).contains("audit.exported");
    }

    /** For good, and so without names. */
    @Test
    void theTrailKeepsOfAnExportWhatWasLookedForAndNothingElseThatWasTyped() {
        assertThat(browser.get()
                        .uri("/admin/audit/export?actor=Zora&from=2026-01-01&action=" + "zora ".repeat(600))
                        .with(administrator))
                .hasStatusOk();

        assertThat(get("/admin/audit?action=audit.exported"))
                .contains("from=2026-01-01")
                .doesNotContain("zora");
    }

    @Test
    void theDeskDrawsWhatHappened() {
        assertThat(get("/admin")).contains("Joined by day", "/admin/people", "/admin/failures", "/admin/audit");
    }

    private UUID failed(String error) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into mail (id, version, dedupe_key, message_id, recipient, subject, headers, text_body, html_body,
                                          status, attempts, last_error, queued_at, ended_at)
                        values (?, 0, ?, ?, 'casey@people.example', 'Secret words', '', 'Secret words', 'Secret words', 'FAILED', 7,
                                ?, ?, current_timestamp)""")
                .params(
                        id,
                        id.toString(),
                        id.toString(),
                        error,
                        java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC).minusYears(5))
                .update();
        return id;
    }

    private String statusOf(UUID mail) {
        return database.sql("select status from mail where id = ?")
                .param(mail)
                .query(String.class)
                .single();
    }

    private Cookie signIn() {
        var answer = browser.post()
                .uri("/sign-in")
                .with(request -> {
                    request.setRemoteAddr("10.9." + (int) (Math.random() * 250) + "." + (int) (Math.random() * 250));
                    return request;
                })
                .param("email", casey.email().value())
                .param("passphrase", People.PASSPHRASE)
                .exchange();
        return Objects.requireNonNull(answer.getResponse().getCookie("gatepost"));
    }

    private String get(String path) {
        var answer = browser.get()
                .uri(java.net.URI.create(path.replace(" ", "%20")))
                .with(administrator)
                .exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = browser.post().uri(path).with(administrator).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
