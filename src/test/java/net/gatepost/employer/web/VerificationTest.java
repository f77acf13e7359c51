package net.gatepost.employer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.account.RoleSource;
import net.gatepost.audit.Audit;
import net.gatepost.employer.DomainMail;
import net.gatepost.employer.EmployerDecisions;
import net.gatepost.employer.EmployerDrafts;
import net.gatepost.employer.EmployerNoLongerVerified;
import net.gatepost.employer.EmployerRegistrations;
import net.gatepost.employer.EmployerStatus;
import net.gatepost.employer.EmployerVerified;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.SentMails;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
@RecordApplicationEvents
class VerificationTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Employers employers;

    @Autowired
    EmployerRegistrations registrations;

    @Autowired
    EmployerDecisions decisions;

    @Autowired
    DomainMail domainMail;

    @Autowired
    TestClock clock;

    @Autowired
    RoleSource roles;

    @Autowired
    Audit audit;

    @Autowired
    SentMails mails;

    @Autowired
    ApplicationEvents events;

    private Person administrator;
    private Person recruiter;
    private EmployerView employer;

    @BeforeEach
    void anEmployerWaits() {
        administrator = people.administrator();
        var draft = EmployerDrafts.any();
        recruiter = people.withEmail("riley@" + draft.domain());
        employer = registrations.register(viewer(recruiter), draft);
    }

    @Test
    void onlyAnAdministratorComesHere() {
        var everything = List.of("/admin", "/admin/employers", "/admin/employers/" + employer.id());
        for (String page : everything) {
            assertThat(browser.get().uri(page)).hasStatus(302).redirectedUrl().startsWith("/sign-in");
            assertThat(browser.get().uri(page).with(recruiter)).hasStatus(403);
            assertThat(browser.get().uri(page).with(people.editor())).hasStatus(403);
            assertThat(browser.get().uri(page).with(administrator)).hasStatusOk();
        }
        for (String act : List.of("verification", "question", "refusal", "suspension")) {
            assertThat(decide(recruiter, employer.id(), act, employer.version(), "A reason"))
                    .hasStatus(403);
        }
        assertThat(now().status()).isEqualTo(EmployerStatus.PENDING);
    }

    @Test
    void theQueueShowsWhatWaitsAndTheDeskCountsIt() {
        long waiting = decisions.counts().getOrDefault(EmployerStatus.PENDING, 0L);
        assertThat(browser.get().uri("/admin").with(administrator))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "href=\"/admin/employers\"",
                        "href=\"/admin/mailing-list\"",
                        "<dd class=\"num\">" + waiting + "</dd>");
        long lastPage = (waiting + 24) / 25;
        assertThat(browser.get().uri("/admin/employers?page=" + lastPage).with(administrator))
                .hasStatusOk()
                .bodyText()
                .contains(employer.name(), employer.domain(), "/admin/employers/" + employer.id());
        assertThat(browser.get().uri("/admin/employers?status=verified").with(administrator))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/admin/employers/" + employer.id());
        assertThat(browser.get().uri("/admin/employers?status=nonsense&page=-3").with(administrator))
                .hasStatusOk();
        assertThat(browser.get()
                        .uri("/admin/employers?status=pending&page=99999")
                        .with(administrator))
                .hasStatusOk()
                .bodyText()
                .contains("This list is not that long");
    }

    @Test
    void theEvidenceStandsOnOnePage() {
        var same = registrations.register(viewer(people.member()), EmployerDrafts.named(employer.name() + ", LLC"));

        assertThat(review())
                .hasStatusOk()
                .bodyText()
                .contains(employer.domain(), String.valueOf(employer.cage()), String.valueOf(employer.uei()))
                .contains(recruiter.email().value(), "Confirmed mail at the domain")
                .contains("Others of the same name", same.name(), "/admin/employers/" + same.id())
                .contains("<strong>things</strong>")
                .contains("Registered by");
    }

    @Test
    void nobodyIsVerifiedBeforeMailAtTheDomainIsConfirmed() {
        var outsider = people.member();
        var theirs = registrations.register(viewer(outsider), EmployerDrafts.any());
        assertThat(decide(theirs.id(), "verification", theirs.version(), "")).hasStatus(409);
        assertThat(employers.isVerified(theirs.id())).isFalse();

        assertThat(askForMail(outsider, theirs, "someone@elsewhere.example")).hasStatus(422);
        assertThat(askForMail(people.member(), theirs, "hiring@" + theirs.domain()))
                .hasStatus(404);
        assertThat(askForMail(outsider, theirs, "hiring@" + theirs.domain())).hasStatus(302);
        assertThat(askForMail(outsider, theirs, "hiring@" + theirs.domain())).hasStatus(302);
        var link = mails.latestTo(new EmailAddress("hiring@" + theirs.domain())).link("/hire/employer/mail/");
        assertThat(browser.get().uri(link).with(recruiter)).hasStatus(404);
        assertThat(browser.get().uri(link).with(outsider))
                .hasStatusOk()
                .bodyText()
                .contains("hiring@" + theirs.domain());
        assertThat(domainMail.confirmedAmong(List.of(theirs.id())))
                .as("looking is not confirming: scanners of mail look too")
                .isEmpty();
        assertThat(browser.post().uri(link).with(outsider).with(csrf())).hasStatus(302);
        assertThat(browser.post().uri(link).with(outsider).with(csrf())).hasStatus(302);

        assertThat(domainMail.confirmedAmong(List.of(theirs.id()))).containsExactly(theirs.id());
        assertThat(decide(theirs.id(), "verification", theirs.version(), "")).hasStatus(302);
        assertThat(employers.isVerified(theirs.id())).isTrue();
    }

    @Test
    void aLinkToConfirmMailEnds() {
        var outsider = people.member();
        var theirs = registrations.register(viewer(outsider), EmployerDrafts.any());
        askForMail(outsider, theirs, "hiring@" + theirs.domain());
        var link = mails.latestTo(new EmailAddress("hiring@" + theirs.domain())).link("/hire/employer/mail/");

        clock.advance(Duration.ofDays(8));

        assertThat(browser.get().uri(link).with(outsider)).hasStatus(404);
        assertThat(browser.post().uri(link).with(outsider).with(csrf())).hasStatus(404);
        assertThat(domainMail.confirmedAmong(List.of(theirs.id()))).isEmpty();
    }

    @Test
    void anAdministratorAsksForMoreAndTheEmployerAnswers() {
        assertThat(decide("question", employer.version(), "")).hasStatus(422);
        assertThat(decide("question", employer.version(), "Who is your facility security officer?"))
                .hasStatus(302);
        assertThat(decide("question", employer.version(), "Who is your facility security officer?"))
                .as("the same question again")
                .hasStatus(302);

        assertThat(now().status()).isEqualTo(EmployerStatus.ASKED);
        assertThat(mails.to(recruiter.email())).hasSize(1);
        assertThat(mails.latestTo(recruiter.email()).text()).contains("Who is your facility security officer?");
        assertThat(browser.get().uri("/hire").with(recruiter))
                .bodyText()
                .contains("Who is your facility security officer?", "/hire/employer/" + employer.id());

        registrations.correct(viewer(recruiter), employer.id(), now().version(), EmployerDrafts.any(), "Blake Stone");

        assertThat(now().status()).isEqualTo(EmployerStatus.PENDING);
        assertThat(review()).bodyText().contains("Blake Stone");
    }

    @Test
    void oneThatLooksLikeAVerifiedEmployerIsFlagged() {
        decide("verification", employer.version(), "");
        var copy = registrations.register(
                viewer(people.member()),
                EmployerDrafts.named(employer.name().replace("o", "\u043e").replace("e", "\u0435")));

        assertThat(decisions.lookingAlike(List.of(copy.id()))).containsExactly(copy.id());
        assertThat(browser.get().uri("/admin/employers/" + copy.id()).with(administrator))
                .bodyText()
                .contains("/admin/employers/" + employer.id(), employer.name());
    }

    @Test
    void anAcceptedEmployerIsVerifiedSeenAndTold() {
        assertThat(roles.rolesOf(recruiter.id())).containsExactly(Role.RECRUITER);
        assertThat(employers.verifiedBySlug(employer.slug())).isEmpty();
        assertThat(employers.isVerified(employer.id())).isFalse();

        assertThat(decide("verification", employer.version(), ""))
                .hasStatus(302)
                .hasRedirectedUrl("/admin/employers");

        assertThat(now().isVerified()).isTrue();
        assertThat(employers.isVerified(employer.id())).isTrue();
        assertThat(employers.verifiedBySlug(employer.slug()))
                .map(EmployerView::id)
                .contains(employer.id());
        assertThat(roles.rolesOf(recruiter.id())).containsExactlyInAnyOrder(Role.RECRUITER, Role.VERIFIED_RECRUITER);
        var mail = mails.latestTo(recruiter.email());
        assertThat(mail.subject()).isEqualTo(employer.name() + " is verified");
        assertThat(mail.link("/hire")).isEqualTo("/hire/listings/new");
        assertThat(mail.html()).contains(employer.name());
        assertThat(lastAct()).isEqualTo("employer.verified");
        assertThat(events.stream(EmployerVerified.class)).containsExactly(new EmployerVerified(employer.id()));
        assertThat(browser.get().uri("/hire").with(recruiter))
                .bodyText()
                .contains("/hire/listings/new?employer=" + employer.id());
        assertThat(browser.get().uri("/hire/employer/" + employer.id()).with(recruiter))
                .as("there is nothing left to correct")
                .hasRedirectedUrl("/hire");
    }

    @Test
    void aDeclinedEmployerIsToldWhy() {
        assertThat(decide("refusal", employer.version(), "Its domain <b>is</b> another's."))
                .hasStatus(302);

        assertThat(now().status()).isEqualTo(EmployerStatus.DECLINED);
        var mail = mails.latestTo(recruiter.email());
        assertThat(mail.subject()).isEqualTo(employer.name() + " could not be verified");
        assertThat(mail.text()).contains("Its domain <b>is</b> another's.");
        assertThat(mail.html()).doesNotContain("<b>is</b>");
        assertThat(mail.link("/hire")).isEqualTo("/hire/employer/" + employer.id());
        assertThat(audit.latestAbout("employer", employer.id()).get(0)).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("employer.declined");
            assertThat(entry.actorAccountId()).isEqualTo(administrator.id());
            assertThat(entry.detail()).isEqualTo("Its domain <b>is</b> another's.");
        });
    }

    @Test
    void aSuspendedEmployerIsNoLongerVerifiedAndCanBeAgain() {
        decide("verification", employer.version(), "");

        assertThat(decide("suspension", now().version(), "Complaints")).hasStatus(302);

        assertThat(employers.isVerified(employer.id())).isFalse();
        assertThat(roles.rolesOf(recruiter.id())).containsExactly(Role.RECRUITER);
        assertThat(events.stream(EmployerNoLongerVerified.class))
                .containsExactly(new EmployerNoLongerVerified(employer.id()));
        assertThat(mails.latestTo(recruiter.email()).text()).contains("Complaints");
        assertThat(browser.get().uri("/hire").with(recruiter)).bodyText().contains("Complaints");

        assertThat(decide("verification", now().version(), "")).hasStatus(302);
        assertThat(employers.isVerified(employer.id())).isTrue();
    }

    @Test
    void theSameDecisionTwiceIsTakenOnce() {
        decide("verification", employer.version(), "");
        assertThat(decide("verification", employer.version(), "")).hasStatus(302);

        assertThat(mails.to(recruiter.email())).hasSize(1);
        assertThat(audit.latestAbout("employer", employer.id())).hasSize(2);
        assertThat(events.stream(EmployerVerified.class)).hasSize(1);
    }

    @Test
    void theSameRefusalTwiceIsToldOnce() {
        decide("refusal", employer.version(), "Not theirs");
        assertThat(decide("refusal", employer.version(), "Not theirs")).hasStatus(302);

        assertThat(mails.to(recruiter.email())).hasSize(1);
    }

    @Test
    void aSessionThatWasLeftOpenDecidesNothingAndLosesNothingThatWasTyped() {
        var path = "/admin/employers/" + employer.id();
        var page = browser.get().uri(path).with(administrator).exchange();
        assertThat(page).bodyText().contains("Is it you?").doesNotContain(path + "/verification", path + "/refusal");

        assertThat(browser.post()
                        .uri(path + "/verification")
                        .with(administrator)
                        .with(csrf())
                        .param("version", String.valueOf(employer.version())))
                .hasRedirectedUrl("/me/security/confirmation?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        for (String act : List.of("question", "refusal", "suspension")) {
            assertThat(browser.post()
                            .uri(path + "/" + act)
                            .with(administrator)
                            .with(csrf())
                            .param("version", String.valueOf(employer.version()))
                            .param("reason", "A reason that took long to write"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("It is too long since", "A reason that took long to write");
        }
        assertThat(now().status()).isEqualTo(EmployerStatus.PENDING);
    }

    @Test
    void aDecisionAboutAnOlderStateIsAConflict() {
        decide("verification", employer.version(), "");

        assertThat(decide("refusal", employer.version(), "Too late")).hasStatus(409);
        assertThat(decide("refusal", now().version(), "Not from here")).hasStatus(409);
        assertThat(now().isVerified()).isTrue();
        assertThat(mails.to(recruiter.email())).hasSize(1);
    }

    @Test
    void whatIsAcceptedMustBeWhatWasLookedAt() {
        var viewer = viewer(recruiter);
        registrations.correct(viewer, employer.id(), employer.version(), EmployerDrafts.any(), "");

        assertThat(decide("verification", employer.version(), "")).hasStatus(409);
        assertThat(browser.post()
                        .uri("/admin/employers/" + employer.id() + "/verification")
                        .with(administrator.confirmed())
                        .with(csrf()))
                .hasStatus(409);
        assertThat(now().status()).isEqualTo(EmployerStatus.PENDING);
    }

    @Test
    void ofTwoAdministratorsAtOnceOneDecides() throws Exception {
        var both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> posts = List.of(
                    () -> decide("verification", employer.version(), "")
                            .getResponse()
                            .getStatus(),
                    () -> decide("refusal", employer.version(), "Not theirs")
                            .getResponse()
                            .getStatus());
            var answers = both.invokeAll(posts);
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(302, 409);
        } finally {
            both.shutdownNow();
        }
        assertThat(mails.to(recruiter.email())).hasSize(1);
        assertThat(audit.latestAbout("employer", employer.id())).hasSize(2);
    }

    @Test
    void aRefusalNeedsAReasonThatFits() {
        for (String reason : List.of("", "   ", "x".repeat(1001), "a\0b")) {
            assertThat(decide("refusal", employer.version(), reason))
                    .hasStatus(422)
                    .bodyText()
                    .contains("href=\"#reason\"", employer.name());
        }
        assertThat(now().status()).isEqualTo(EmployerStatus.PENDING);
        assertThat(mails.to(recruiter.email())).isEmpty();
    }

    @Test
    void anEmployerThatIsNotThereIsNotFound() {
        for (String act : List.of("verification", "question", "refusal", "suspension")) {
            var request = browser.post()
                    .uri("/admin/employers/" + UUID.randomUUID() + "/" + act)
                    .with(administrator.confirmed())
                    .with(csrf());
            Map.of("version", "0", "reason", "None").forEach(request::param);
            assertThat(request).hasStatus(404);
        }
        assertThat(browser.get().uri("/admin/employers/" + UUID.randomUUID()).with(administrator.confirmed()))
                .hasStatus(404);
        assertThat(browser.get().uri("/admin/employers/nonsense").with(administrator))
                .hasStatus(404);
    }

    private static Viewer viewer(Person person) {
        return new Viewer(person.id(), "Robin Test", Set.of(Role.MEMBER));
    }

    private MvcTestResult askForMail(Person person, EmployerView about, String address) {
        return browser.post()
                .uri("/hire/employer/" + about.id() + "/mail")
                .with(person)
                .with(csrf())
                .param("email", address)
                .exchange();
    }

    private MvcTestResult review() {
        return browser.get()
                .uri("/admin/employers/" + employer.id())
                .with(administrator.confirmed())
                .exchange();
    }

    private EmployerView now() {
        return employers.byId(employer.id()).orElseThrow();
    }

    private String lastAct() {
        return audit.latestAbout("employer", employer.id()).get(0).action();
    }

    private MvcTestResult decide(String act, long version, String reason) {
        return decide(administrator, employer.id(), act, version, reason);
    }

    private MvcTestResult decide(UUID about, String act, long version, String reason) {
        return decide(administrator, about, act, version, reason);
    }

    private MvcTestResult decide(Person person, UUID about, String act, long version, String reason) {
        return browser.post()
                .uri("/admin/employers/" + about + "/" + act)
                .with(person.confirmed())
                .with(csrf())
                .param("version", String.valueOf(version))
                .param("reason", reason)
                .exchange();
    }
}
