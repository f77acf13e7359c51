package net.gatepost.mailinglist.keeping;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mailinglist.SubscriberDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class KeepingTest {

    private static final String ROOM = "/admin/mailing-list";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    SubscriberDesk desk;

    People.Person administrator;
    String domain;

    @BeforeEach
    void anAdministrator() {
        administrator = people.administrator();
        domain = "@i" + UuidCreator.getRandomBased().toString().substring(0, 8) + ".example";
    }

    private MvcTestResult send(String csv, boolean lawful) {
        var request = browser.post()
                .uri(ROOM + "/import")
                .multipart()
                .file(new MockMultipartFile("file", "list.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .param("_lawful", "on");
        if (lawful) {
            request.param("lawful", "true");
        }
        return request.with(administrator).with(csrf()).exchange();
    }

    private String get(String path) {
        var answer = browser.get().uri(path).with(administrator).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void aListComesInWithItsConsentAndTheClosedStayOut() {
        desk.suppress(administrator.id(), new EmailAddress("closed" + domain), "by letter");
        String csv = "Email,Consent Source,Consent Date,Topics\n"
                + "Wren" + domain + ",\"Old form, \"\"jobs by mail\"\"\",2024-03-18,jobs\n"
                + "closed" + domain + ",Old form,2024-03-18,jobs\n"
                + "wren" + domain.toUpperCase(java.util.Locale.ROOT) + ",Old form,2024-03-18,jobs\n"
                + "no address,Old form,2024-03-18,jobs\n"
                + "robin" + domain + ",,2024-03-18,jobs\n"
                + "robin" + domain + ",Old form,2999-01-01,jobs\n"
                + "robin" + domain + ",Old form,2024-03-18,weather\n";
        var done = send(csv, true);
        assertThat(done).hasStatus(302);
        String page = get(requireNonNull(done.getResponse().getRedirectedUrl()));
        assertThat(page)
                .contains("<dd>1</dd>", "<dd>4</dd>")
                .contains("Line 5", "No e-mail address", "Line 8", "A topic that there is not");

        var found = desk.list(new SubscriberDesk.Filter(null, null, domain), 0).getContent();
        assertThat(found)
                .extracting(entry -> entry.email() + " " + entry.status())
                .containsExactlyInAnyOrder("wren" + domain + " CONFIRMED", "closed" + domain + " SUPPRESSED");
        var wren = found.stream()
                .filter(entry -> entry.email().startsWith("wren"))
                .findFirst()
                .orElseThrow();
        assertThat(wren.wording()).isEqualTo("Old form, \"jobs by mail\"");
        assertThat(wren.confirmedAt()).isEqualTo("2024-03-18T00:00:00Z");
        assertThat(desk.history(wren.id()))
                .singleElement()
                .satisfies(line -> assertThat(line.kind()).hasToString("IMPORTED"));

        assertThat(send(csv, true)).hasStatus(302);
        assertThat(desk.list(new SubscriberDesk.Filter(null, null, domain), 0)).hasSize(2);
        assertThat(get(ROOM + "/subscribers.csv")).contains("wren" + domain + ",CONFIRMED,JOBS", "closed" + domain);
    }

    @Test
    void aFileThatIsNoListIsRefusedWithTheReason() {
        assertThat(send("", true)).hasStatus(422).bodyText().contains("Choose a file");
        assertThat(send("name\nx", true)).hasStatus(422).bodyText().contains("The first line has to name");
        assertThat(send("email,consent_source,consent_date\n\"open", true)).hasStatus(422);
        assertThat(send("email,consent_source,consent_date\na" + domain + ",SECRET//NOFORN,2024-03-18", true))
                .hasStatus(422);
        assertThat(send("email,consent_source,consent_date\na" + domain + ",x,2024-03-18", false))
                .hasStatus(422)
                .bodyText()
                .contains("only readers who have agreed");
        assertThat(desk.list(new SubscriberDesk.Filter(null, null, domain), 0)).isEmpty();
    }

    @Test
    void theFiguresPromiseNoTrackingAndTheHealthSaysWhatIsMissing() {
        assertThat(get(ROOM + "/figures")).contains("We do not track who opens", "Week by week", "Complained");
        assertThat(get(ROOM + "/health"))
                .contains("mails are written to files", "Missing. The law", "Mails are not signed");
    }
}
