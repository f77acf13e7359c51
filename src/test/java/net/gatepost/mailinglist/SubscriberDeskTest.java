package net.gatepost.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.audit.Audit;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.SentMails;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class SubscriberDeskTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    SentMails mails;

    @Autowired
    SchedulerClient waitingWork;

    @Autowired
    Signups signups;

    @Autowired
    SubscriberRepository subscribers;

    @Autowired
    SubscriberDesk desk;

    @Autowired
    Audit audit;

    @Autowired
    Clock clock;

    People.Person administrator;
    ListReader reader;

    @BeforeEach
    void anAdministrator() {
        administrator = people.administrator();
        var waiting = new WaitingSignups(waitingWork, signups);
        waiting.handleAll();
        reader = new ListReader(browser, waiting, mails);
    }

    private MvcTestResult list(String query) {
        return browser.get()
                .uri("/admin/mailing-list" + query)
                .with(administrator)
                .exchange();
    }

    private MvcTestResult suppress(String email, String reason) {
        return browser.post()
                .uri("/admin/mailing-list/suppressions")
                .with(administrator)
                .with(csrf())
                .param("email", email)
                .param("reason", reason)
                .exchange();
    }

    private UUID idOf(ListReader reader) {
        return desk.list(new SubscriberDesk.Filter(null, null, reader.email.value()), 0)
                .getContent()
                .get(0)
                .id();
    }

    @Test
    void onlyAnAdministratorSeesTheList() {
        reader.join();
        var paths = List.of("", "/suppressions/new", "/" + idOf(reader));
        for (String path : paths) {
            String address = "/admin/mailing-list" + path;
            assertThat(browser.get().uri(address)).hasStatus(302);
            assertThat(browser.get().uri(address).with(people.member())).hasStatus(403);
            assertThat(browser.get().uri(address).with(people.editor())).hasStatus(403);
            assertThat(browser.get().uri(address).with(administrator))
                    .hasStatusOk()
                    .headers()
                    .hasValue("Cache-Control", "no-store");
        }
        assertThat(browser.post()
                        .uri("/admin/mailing-list/suppressions")
                        .with(people.member())
                        .with(csrf())
                        .param("email", reader.email.value())
                        .param("reason", "no"))
                .hasStatus(403);
        assertThat(browser.post()
                        .uri("/admin/mailing-list/suppressions")
                        .with(administrator)
                        .param("email", reader.email.value())
                        .param("reason", "without a token"))
                .hasStatus(403);
        assertThat(desk.entry(idOf(reader)).status()).isEqualTo(SubscriberStatus.CONFIRMED);
    }

    @Test
    void countsFollowWhatSubscribersDo() {
        var before = desk.counts();
        reader.ask();
        assertThat(desk.counts().of(SubscriberStatus.PENDING)).isEqualTo(before.of(SubscriberStatus.PENDING) + 1);
        reader.post(reader.confirmLink());
        assertThat(desk.counts().of(SubscriberStatus.CONFIRMED)).isEqualTo(before.of(SubscriberStatus.CONFIRMED) + 1);
        assertThat(desk.counts().confirmedOf(Topic.BRIEFINGS)).isEqualTo(before.confirmedOf(Topic.BRIEFINGS) + 1);
        reader.post(reader.leaveLink());
        assertThat(desk.counts().confirmedByTopic()).isEqualTo(before.confirmedByTopic());
    }

    @Test
    void theListIsPagedAndSaysSoBeyondItsEnd() {
        String domain = "paged" + UuidCreator.getRandomBased().toString().substring(0, 8) + ".example";
        subscribers.saveAll(IntStream.range(0, SubscriberDesk.PAGE_SIZE + 1)
                .mapToObj(i -> new Subscriber(
                        new Signup(new EmailAddress("reader" + i + "@" + domain), Set.of(Topic.JOBS), "words", "/"),
                        clock.instant()))
                .toList());
        assertThat(list("?address=" + domain)).hasStatusOk().bodyText().contains("51 subscribers found", "Page 1 of 2");
        assertThat(list("?address=" + domain + "&page=2"))
                .bodyText()
                .contains("Page 2 of 2")
                .containsOnlyOnce("@" + domain + "</a>");
        assertThat(list("?address=" + domain + "&page=3"))
                .hasStatusOk()
                .bodyText()
                .contains("the list ends before this page");
    }

    @Test
    void filtersNarrowTheListAndNonsenseIsNoFilter() {
        reader.join();
        String address = "?address=" + reader.email.value();
        assertThat(list(address + "&status=CONFIRMED&topic=JOBS")).bodyText().contains("1 subscriber found");
        assertThat(list(address + "&status=PENDING")).bodyText().contains("No subscribers found");
        assertThat(list(address + "&status=NONSENSE&topic=%3Cb%3E&page=-7x&other=1"))
                .hasStatusOk()
                .bodyText()
                .contains("1 subscriber found");
        assertThat(list("?address=%25")).bodyText().contains("No subscribers found");
        assertThat(list("?address=%3Cscript%3Ealert(1)%3C/script%3E%26status%3D"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>alert");
    }

    @Test
    void aSubscribersPageShowsTheProof() {
        reader.join();
        assertThat(browser.get().uri("/admin/mailing-list/" + idOf(reader)).with(administrator))
                .hasStatusOk()
                .bodyText()
                .contains(reader.email.value(), "no tracking", "UTC");
    }

    @Test
    void aStrangeIdIsNotFound() {
        for (String id : List.of("x", UuidCreator.getTimeOrderedEpoch().toString())) {
            assertThat(browser.get().uri("/admin/mailing-list/" + id).with(administrator))
                    .hasStatus(404);
            assertThat(browser.get()
                            .uri("/admin/mailing-list/suppressions/new?subscriber=" + id)
                            .with(administrator))
                    .hasStatus(404);
            assertThat(browser.post()
                            .uri("/admin/mailing-list/" + id + "/suppression/end")
                            .with(administrator)
                            .with(csrf()))
                    .hasStatus(404);
        }
    }

    @Test
    void anAddressIsSuppressedWithAReasonWhetherOnTheListOrNot() {
        assertThat(suppress(" " + reader.email.value() + " ", "asked for by letter"))
                .hasRedirectedUrl("/admin/mailing-list/" + idOf(reader));
        var entry = desk.entry(idOf(reader));
        assertThat(entry.status()).isEqualTo(SubscriberStatus.SUPPRESSED);
        assertThat(entry.suppressedReason()).isEqualTo("asked for by letter");

        suppress(reader.email.value(), "a second reason");
        assertThat(audit.latestAbout("subscriber", idOf(reader)))
                .singleElement()
                .satisfies(recorded -> {
                    assertThat(recorded.actorAccountId()).isEqualTo(administrator.id());
                    assertThat(recorded.action()).isEqualTo("subscriber.suppressed");
                    assertThat(recorded.detail()).isEqualTo("asked for by letter");
                });
        assertThat(desk.entry(idOf(reader)).suppressedReason()).isEqualTo("asked for by letter");
        assertThat(browser.get().uri("/admin/mailing-list/" + idOf(reader)).with(administrator))
                .bodyText()
                .contains("asked for by letter", "End the suppression");
    }

    @Test
    void aSuppressionWithoutReasonOrAddressIsRefusedWithWhatWasTyped() {
        assertThat(suppress(reader.email.value(), " "))
                .hasStatus(422)
                .bodyText()
                .contains("Give a reason", reader.email.value());
        assertThat(suppress(reader.email.value(), "x".repeat(501))).hasStatus(422);
        assertThat(suppress("", "reason")).hasStatus(422);
        assertThat(suppress("<b>x</b>", "kept reason"))
                .hasStatus(422)
                .bodyText()
                .contains("kept reason");
        assertThat(desk.list(new SubscriberDesk.Filter(null, null, reader.email.value()), 0))
                .isEmpty();
    }

    @Test
    void afterASuppressionEndsTheOwnerMayJoinAnewAndIsNotSentToBefore() {
        suppress(reader.email.value(), "by mistake");
        var id = idOf(reader);
        for (int i = 0; i < 2; i++) {
            assertThat(browser.post()
                            .uri("/admin/mailing-list/" + id + "/suppression/end")
                            .with(administrator)
                            .with(csrf()))
                    .hasRedirectedUrl("/admin/mailing-list/" + id);
        }
        assertThat(desk.entry(id).status()).isEqualTo(SubscriberStatus.UNSUBSCRIBED);
        reader.join();
        assertThat(desk.entry(id).status()).isEqualTo(SubscriberStatus.CONFIRMED);
    }
}
