package net.gatepost.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.SentMails;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class JoiningTest {

    private static final UUID ADMINISTRATOR = UuidCreator.getTimeOrderedEpoch();

    @Autowired
    MockMvcTester browser;

    @Autowired
    SentMails mails;

    @Autowired
    TestClock clock;

    @Autowired
    SchedulerClient waitingWork;

    @Autowired
    Signups signups;

    @Autowired
    SubscriberRepository subscribers;

    @Autowired
    SubscriberDesk desk;

    @Autowired
    Retention retention;

    @Autowired
    Reminders reminders;

    WaitingSignups waiting;
    ListReader reader;

    @BeforeEach
    void aReader() {
        waiting = new WaitingSignups(waitingWork, signups);
        waiting.handleAll();
        reader = anotherReader();
    }

    private ListReader anotherReader() {
        return new ListReader(browser, waiting, mails);
    }

    private SubscriberDesk.Entry entryOf(EmailAddress email) {
        var found = desk.list(new SubscriberDesk.Filter(null, null, email.value()), 0)
                .getContent();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private SubscriberStatus statusOf(ListReader reader) {
        return entryOf(reader.email).status();
    }

    @Test
    void anAddressIsOnTheListOnlyAfterItsOwnerPressedTheButton() {
        reader.ask();
        assertThat(statusOf(reader)).isEqualTo(SubscriberStatus.PENDING);

        assertThat(reader.get(reader.confirmLink()))
                .hasStatusOk()
                .bodyText()
                .contains("Yes, subscribe me", reader.email.masked())
                .doesNotContain(reader.email.value());
        assertThat(statusOf(reader)).isEqualTo(SubscriberStatus.PENDING);

        assertThat(reader.post(reader.confirmLink())).hasRedirectedUrl("/mailing-list/confirmed");
        assertThat(statusOf(reader)).isEqualTo(SubscriberStatus.CONFIRMED);
    }

    @Test
    void pressingTheButtonTwiceIsAnsweredAlike() {
        reader.join();
        assertThat(reader.post(reader.confirmLink())).hasRedirectedUrl("/mailing-list/confirmed");
        assertThat(statusOf(reader)).isEqualTo(SubscriberStatus.CONFIRMED);
    }

    @Test
    void aConfirmationLinkEndsAfterSevenDays() {
        reader.ask();
        clock.advance(Duration.ofDays(7));
        assertThat(reader.get(reader.confirmLink())).hasStatus(410);
        assertThat(reader.post(reader.confirmLink())).hasStatus(410);
        assertThat(statusOf(reader)).isEqualTo(SubscriberStatus.PENDING);
    }

    @Test
    void whoDoesNotConfirmIsRemindedOnceAfterThreeDays() {
        reader.ask();
        String first = reader.confirmLink();
        clock.advance(Duration.ofDays(3).minusMinutes(1));
        reminders.run();
        assertThat(reader.mailCount()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        reminders.run();
        reminders.run();
        assertThat(reader.mailCount()).isEqualTo(2);
        assertThat(reader.latestMail().subject()).startsWith("Still want");
        clock.advance(Duration.ofDays(3));
        reminders.run();
        assertThat(reader.mailCount()).isEqualTo(2);
        assertThat(reader.post(first)).hasStatus(404);
        assertThat(reader.post(reader.confirmLink())).hasRedirectedUrl("/mailing-list/confirmed");
    }

    @Test
    void everyAgreementStaysProven() {
        reader.join();
        reader.post(reader.leaveLink());
        clock.advance(Duration.ofDays(1));
        reader.join();

        assertThat(desk.history(entryOf(reader.email).id()))
                .extracting(SubscriberDesk.Line::kind)
                .containsExactly(
                        EventKind.CONFIRMED, EventKind.ASKED, EventKind.LEFT, EventKind.CONFIRMED, EventKind.ASKED);
    }

    @Test
    void aLaterLinkReplacesAnEarlierOne() {
        reader.ask();
        String first = reader.confirmLink();
        clock.advance(Duration.ofMinutes(10));
        reader.ask();
        assertThat(reader.confirmLink()).isNotEqualTo(first);
        assertThat(reader.post(first)).hasStatus(404);
        assertThat(reader.post(reader.confirmLink())).hasRedirectedUrl("/mailing-list/confirmed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "<script>", "a.b.c"})
    void aWrongConfirmationLinkIsNotFound(String token) {
        assertThat(reader.get("/mailing-list/confirm/" + token)).hasStatus(404);
        assertThat(reader.post("/mailing-list/confirm/" + token)).hasStatus(404);
    }

    @Test
    void theDatabaseDoesNotHoldTheLinkItself() {
        reader.ask();
        String token = reader.confirmLink().replaceFirst(".*/", "");
        assertThat(subscribers.findByTokenHash(token)).isEmpty();
        assertThat(subscribers.findByTokenHash(new ConfirmationToken(token).hash()))
                .isPresent();
    }

    @Test
    void theProofIsTheTimeTheWordsAndThePageWithoutItsSecrets() {
        var before = clock.instant();
        var result = browser.post()
                .uri("/mailing-list")
                .header("Referer", "http://localhost/password/reset/some-secret?also=this")
                .param("email", reader.email.value())
                .param("topics", "JOBS");
        assertThat(result).hasRedirectedUrl("/mailing-list/sent");
        waiting.handleAll();
        reader.post(reader.confirmLink());

        var entry = entryOf(reader.email);
        assertThat(entry.askedAt()).isBetween(before, clock.instant());
        assertThat(entry.confirmedAt()).isBetween(entry.askedAt(), clock.instant());
        assertThat(entry.wording()).contains("weekly").contains("no tracking");
        assertThat(entry.sourcePage()).isEqualTo("/password/reset");
        assertThat(entry.topics()).isEqualTo(Set.of(Topic.JOBS));
    }

    @Test
    void aPageOfAnotherSiteIsNoSource() {
        browser.post()
                .uri("/mailing-list")
                .header("Referer", "https://elsewhere.example/page")
                .param("email", reader.email.value())
                .param("form", "page")
                .param("topics", "BRIEFINGS")
                .exchange();
        waiting.handleAll();
        assertThat(entryOf(reader.email).sourcePage()).isNull();
        assertThat(entryOf(reader.email).wording()).contains("only after you confirm");
    }

    @Test
    void theAnswerAndTheWorkAreTheSameForEveryAddress() {
        var confirmed = anotherReader().join();
        var left = anotherReader().join();
        left.post(left.leaveLink());
        var suppressed = anotherReader().join();
        desk.suppress(ADMINISTRATOR, suppressed.email, "asked for by letter");
        var pending = anotherReader().ask();
        int taskCount = waiting.all().size();

        var expected = traits(reader.askFor(reader.email.value()));
        for (var known : List.of(confirmed, left, suppressed, pending)) {
            assertThat(traits(reader.askFor(known.email.value()))).isEqualTo(expected);
            assertThat(waiting.of(known.email)).hasSize(1);
        }
        assertThat(waiting.all()).hasSize(taskCount + 5);
    }

    private static Map<String, List<String>> traits(MvcTestResult result) {
        MockHttpServletResponse response = result.getResponse();
        var traits = response.getHeaderNames().stream().collect(Collectors.toMap(name -> name, response::getHeaders));
        // Of every request its own, whoever asks
        traits.remove("X-Request-Id");
        traits.put("(status)", List.of(String.valueOf(response.getStatus())));
        traits.put(
                "(cookies)",
                Arrays.stream(response.getCookies()).map(Object::toString).toList());
        traits.put(
                "(body)",
                List.of(new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8)));
        return traits;
    }

    @Test
    void aConfirmedAddressIsToldSoOnceADay() {
        reader.join();
        clock.advance(Duration.ofHours(25));
        reader.ask();
        assertThat(reader.latestMail().subject()).isEqualTo("You are on the Gatepost mailing list already");
        int mailCount = reader.mailCount();

        reader.ask();
        clock.advance(Duration.ofHours(23));
        reader.ask();
        assertThat(reader.mailCount()).isEqualTo(mailCount);

        clock.advance(Duration.ofHours(1));
        reader.ask();
        assertThat(reader.mailCount()).isEqualTo(mailCount + 1);
        assertThat(statusOf(reader)).isEqualTo(SubscriberStatus.CONFIRMED);
    }

    @Test
    void aSuppressedAddressGetsNothing() {
        desk.suppress(ADMINISTRATOR, reader.email, "asked for by letter");
        reader.ask();
        assertThat(reader.mailCount()).isZero();
        assertThat(statusOf(reader)).isEqualTo(SubscriberStatus.SUPPRESSED);
    }

    @Test
    void anAddressIsMailedAtMostThreeTimesADayAndOnceInTenMinutes() {
        reader.ask().ask();
        assertThat(reader.mailCount()).isEqualTo(1);
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(11));
            reader.ask();
        }
        assertThat(reader.mailCount()).isEqualTo(3);
        clock.advance(Duration.ofDays(1));
        reader.ask();
        assertThat(reader.mailCount()).isEqualTo(4);
    }

    @Test
    void oneNetworkIsToldToComeBackLater() {
        for (int i = 0; i < 30; i++) {
            assertThat(reader.askFor(anotherReader().email.value())).hasRedirectedUrl("/mailing-list/sent");
        }
        var refused = reader.askFor(anotherReader().email.value());
        assertThat(refused).hasStatus(429);
        assertThat(refused.getResponse().getHeader("Retry-After")).isNotBlank();
    }

    @Test
    void oneDomainIsNotFloodedFromManyNetworks() {
        String domain = "@" + reader.email.domain();
        for (int i = 0; i < 120; i++) {
            assertThat(anotherReader().askFor("victim" + i + domain)).hasRedirectedUrl("/mailing-list/sent");
        }
        assertThat(anotherReader().askFor("victim" + domain)).hasStatus(429);
        assertThat(anotherReader().askFor(anotherReader().email.value())).hasRedirectedUrl("/mailing-list/sent");
    }

    @Test
    void theFieldThatPeopleDoNotSeeStopsMachinesWithTheSameAnswer() {
        var expected = traits(reader.askFor(anotherReader().email.value()));
        var trapped = reader.post(
                "/mailing-list", "email", reader.email.value(), "website", "http://spam.example", "topics", "JOBS");
        assertThat(traits(trapped)).isEqualTo(expected);
        assertThat(waiting.of(reader.email)).isEmpty();
    }

    @Test
    void anotherSpellingIsTheSameSubscriber() {
        reader.ask();
        reader.askFor("  " + reader.email.value().toUpperCase(java.util.Locale.ROOT) + " ");
        waiting.handleAll();
        assertThat(statusOf(reader)).isEqualTo(SubscriberStatus.PENDING);
        assertThat(reader.mailCount()).isEqualTo(1);
    }

    @Test
    void manyWishesAtOnceMakeOneSubscriberAndOneMail() throws Exception {
        var signup = new Signup(reader.email, Set.of(Topic.JOBS), "words", "/");
        var threads = Executors.newFixedThreadPool(4);
        try {
            var done = threads.invokeAll(
                    IntStream.range(0, 4)
                            .mapToObj(i -> Executors.callable(() -> signups.receive(signup)))
                            .toList(),
                    30,
                    TimeUnit.SECONDS);
            for (var one : done) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(statusOf(reader)).isEqualTo(SubscriberStatus.PENDING);
        assertThat(reader.mailCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "no-at-sign",
                "a@b",
                "one@first.example, two@second.example",
                "one@first.example two@second.example",
                "one@first.example\r\nBcc: two@second.example",
                "o\u0000ne@first.example",
                "<b>one</b>@first.example",
                "\"><script>alert(1)</script>@first.example"
            })
    void whatIsNoAddressIsRefusedWithWhatWasTyped(String typed) {
        int before = waiting.all().size();
        var result = reader.askFor(typed);
        assertThat(result)
                .hasStatus(422)
                .bodyText()
                .contains("There is a problem")
                .doesNotContain("<script>alert");
        assertThat(waiting.all()).hasSize(before);
    }

    @Test
    void anAddressThatIsTooLongIsRefused() {
        assertThat(reader.askFor("a".repeat(65) + "@first.example")).hasStatus(422);
        assertThat(reader.askFor("a@" + "b".repeat(300) + ".example")).hasStatus(422);
        assertThat(reader.askFor("a".repeat(100_000) + "@first.example")).hasStatus(422);
    }

    @Test
    void anUnknownTopicAndNoTopicAreRefusedAndTheAddressIsKept() {
        for (String topic : List.of("WEATHER", "jobs", "", "<i>")) {
            assertThat(reader.post("/mailing-list", "email", reader.email.value(), "topics", topic))
                    .hasStatus(422)
                    .bodyText()
                    .contains(reader.email.value());
        }
        assertThat(reader.post("/mailing-list", "email", reader.email.value())).hasStatus(422);
        assertThat(waiting.of(reader.email)).isEmpty();
    }

    @Test
    void noPageOfTheListOpensASession() {
        reader.join();
        String token = reader.latestMail().link("/mailing-list/leave/").replaceFirst(".*/", "");
        for (String path : List.of(
                "/mailing-list",
                "/mailing-list/sent",
                reader.confirmLink(),
                "/mailing-list/confirmed",
                "/mailing-list/leave/" + token,
                "/mailing-list/left",
                "/mailing-list/confirm/wrong",
                "/mailing-list/leave/wrong",
                "/mailing-list/preferences/wrong")) {
            var result = reader.get(path);
            assertThat(result.getRequest().getSession(false)).as(path).isNull();
            assertThat(result.getResponse().getCookies()).as(path).isEmpty();
            assertThat(result).bodyText().contains("<h1");
        }
        for (var result : List.of(
                reader.askFor(reader.email.value()),
                reader.askFor("wrong"),
                reader.post(reader.confirmLink()),
                reader.post("/mailing-list/leave/" + token))) {
            assertThat(result.getRequest().getSession(false)).isNull();
            assertThat(result.getResponse().getCookies()).isEmpty();
        }
    }

    @Test
    void anAddressThatNobodyConfirmedIsForgottenAfterThirtyDays() {
        reader.ask();
        var confirmed = anotherReader().join();
        var camebackHalfway = anotherReader().join();
        camebackHalfway.post(camebackHalfway.leaveLink());
        clock.advance(Duration.ofMinutes(11));
        camebackHalfway.ask();
        assertThat(statusOf(camebackHalfway)).isEqualTo(SubscriberStatus.PENDING);

        clock.advance(Duration.ofDays(30).minusMinutes(12));
        retention.forgetUnconfirmed();
        assertThat(statusOf(reader)).isEqualTo(SubscriberStatus.PENDING);

        clock.advance(Duration.ofMinutes(13));
        retention.forgetUnconfirmed();
        assertThat(desk.list(new SubscriberDesk.Filter(null, null, reader.email.value()), 0))
                .isEmpty();
        assertThat(statusOf(confirmed)).isEqualTo(SubscriberStatus.CONFIRMED);
        assertThat(statusOf(camebackHalfway)).isEqualTo(SubscriberStatus.UNSUBSCRIBED);
    }
}
