package net.gatepost.employer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.audit.Audit;
import net.gatepost.employer.EmployerDecisions;
import net.gatepost.employer.EmployerDraft;
import net.gatepost.employer.EmployerDrafts;
import net.gatepost.employer.EmployerRegistrations;
import net.gatepost.employer.EmployerStatus;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class RegistrationTest {

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
    Audit audit;

    @Test
    void aMemberRegistersAnEmployerAndIsItsRecruiter() {
        var member = people.member();
        var draft = EmployerDrafts.any();

        assertThat(post(member, "/hire/employer", fields(draft))).hasStatus(302).hasRedirectedUrl("/hire");

        var employer = only(member);
        assertThat(employer.status()).isEqualTo(EmployerStatus.PENDING);
        assertThat(employer.name()).isEqualTo(draft.name());
        assertThat(decisions
                        .evidence(
                                new Viewer(UUID.randomUUID(), "Avery Test", Set.of(Role.ADMINISTRATOR)), employer.id())
                        .recruiters())
                .singleElement()
                .satisfies(recruiter -> {
                    assertThat(recruiter.owner()).isTrue();
                    assertThat(recruiter.email()).isEqualTo(member.email().value());
                });
        assertThat(audit.latestAbout("employer", employer.id()))
                .extracting(Audit.Entry::action, Audit.Entry::actorAccountId)
                .containsExactly(tuple("employer.registered", member.id()));
        assertThat(browser.get().uri("/hire").with(member))
                .hasStatusOk()
                .bodyText()
                .contains(draft.name(), "Waiting");
    }

    @Test
    void aSignedOutPersonIsAskedToSignIn() {
        for (String page : List.of("/hire", "/hire/employer")) {
            assertThat(browser.get().uri(page)).hasStatus(302).redirectedUrl().startsWith("/sign-in");
        }
        var draft = EmployerDrafts.any();
        assertThat(browser.post().uri("/hire/employer").with(csrf()).param("name", draft.name()))
                .hasStatus(302)
                .redirectedUrl()
                .startsWith("/sign-in");
    }

    @Test
    void aPostWithoutItsTokenIsRefused() {
        var member = people.member();
        var request = browser.post().uri("/hire/employer").with(member);
        fields(EmployerDrafts.any()).forEach(request::param);

        assertThat(request).hasStatus(403);
        assertThat(employers.actingFor(viewer(member))).isEmpty();
    }

    @Test
    void theDeskOfSomebodyWithoutAnEmployerSaysWhatToDo() {
        assertThat(browser.get().uri("/hire").with(people.member()))
                .hasStatusOk()
                .bodyText()
                .contains("You act for no employer yet", "/hire/employer");
    }

    @Test
    void theSamePostTwiceRegistersOnce() {
        var member = people.member();
        var fields = fields(EmployerDrafts.any());

        assertThat(post(member, "/hire/employer", fields)).hasStatus(302);
        assertThat(post(member, "/hire/employer", fields)).hasStatus(302);

        assertThat(employers.actingFor(viewer(member))).hasSize(1);
    }

    @Test
    void everyClaimThatIsTakenIsSaidBesideItsField() {
        var draft = EmployerDrafts.any();
        registrations.register(viewer(people.member()), draft);
        var other = people.member();

        assertThat(post(other, "/hire/employer", fields(draft)))
                .hasStatus(422)
                .bodyText()
                .contains("An employer with this domain is registered already")
                .contains("An employer with this CAGE code is registered already")
                .contains("An employer with this UEI is registered already");
        assertThat(employers.actingFor(viewer(other))).isEmpty();
    }

    @Test
    void whatADeclinedEmployerClaimedIsFreeForOthers() {
        var draft = EmployerDrafts.any();
        var declined = registrations.register(viewer(people.member()), draft);
        decisions.decline(viewer(people.administrator()), declined.id(), declined.version(), "Not theirs");
        var other = people.member();

        assertThat(post(other, "/hire/employer", fields(draft))).hasStatus(302);

        assertThat(only(other).slug()).isNotEqualTo(declined.slug());
    }

    @Test
    void ofTwoWhoClaimTheSameAtOnceOneGetsIt() throws Exception {
        var draft = EmployerDrafts.any();
        var first = people.member();
        var second = people.member();
        var both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> posts = List.of(
                    () -> post(first, "/hire/employer", fields(draft))
                            .getResponse()
                            .getStatus(),
                    () -> post(second, "/hire/employer", fields(draft))
                            .getResponse()
                            .getStatus());
            var answers = both.invokeAll(posts);
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(302, 422);
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void twoOfTheSameNameGetAddressesOfTheirOwn() {
        var one = registrations.register(viewer(people.member()), EmployerDrafts.named("Namesake Systems"));
        var two = registrations.register(viewer(people.member()), EmployerDrafts.named("Namesake Systems"));

        assertThat(one.slug()).isEqualTo("namesake-systems");
        assertThat(two.slug()).isEqualTo("namesake-systems-2");
    }

    @Test
    void anEmptyFormSaysWhatIsMissing() {
        assertThat(post(people.member(), "/hire/employer", Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter the legal name",
                        "Enter the domain",
                        "one of them is needed",
                        "Say what the employer does");
    }

    @ParameterizedTest
    @CsvSource({
        "domain, not a domain, Enter a domain such as",
        "domain, riley@halden.example, Enter a domain such as",
        "cage, ABCDE, Enter a CAGE code",
        "uei, YNDUZMUZF8H7, Enter a UEI",
        "website, javascript:alert(1), Enter an address that begins",
        "website, https://user:word@works.example/, Enter an address that begins",
        "website, halden.example, Enter an address that begins",
    })
    void whatCanNotBeIsSaidAndKeptAsTyped(String field, String typed, String problem) {
        var member = people.member();
        var fields = fields(EmployerDrafts.any());
        fields.put(field, typed);

        assertThat(post(member, "/hire/employer", fields))
                .hasStatus(422)
                .bodyText()
                .contains(problem, "value=\"" + typed + "\"", "href=\"#" + field + "\"");
        assertThat(employers.actingFor(viewer(member))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"name, 151", "domain, 600", "cage, 600", "uei, 600", "website, 301", "description, 4001", "address, 401"
    })
    void whatIsTooLongIsRefused(String field, int length) {
        var member = people.member();
        var fields = fields(EmployerDrafts.any());
        fields.put(field, field.equals("website") ? "https://a.example/" + "x".repeat(length) : "x".repeat(length));

        assertThat(post(member, "/hire/employer", fields)).hasStatus(422);
        assertThat(employers.actingFor(viewer(member))).isEmpty();
    }

    @Test
    void controlCharactersAreRefused() {
        for (String field : List.of("name", "domain", "cage", "uei", "website", "description", "address")) {
            for (String character : List.of("\0", "\u0007", "\u202E")) {
                var member = people.member();
                var fields = fields(EmployerDrafts.any());
                fields.put(field, "x" + character + "y");

                assertThat(post(member, "/hire/employer", fields)).as(field).hasStatus(422);
                assertThat(employers.actingFor(viewer(member))).isEmpty();
            }
        }
    }

    @Test
    void markupIsShownAsTextEverywhere() {
        var member = people.member();
        var fields = fields(EmployerDrafts.named("<script>alert(1)</script> & Co"));
        fields.put("description", "<img src=x onerror=alert(1)> [a](javascript:alert(1))");
        fields.put("address", "<b>1 Main Street</b>");
        assertThat(post(member, "/hire/employer", fields)).hasStatus(302);
        var employer = only(member);
        var administrator = people.administrator();
        var pages = List.of(
                browser.get().uri("/hire").with(member).exchange(),
                browser.get()
                        .uri("/hire/employer/" + employer.id())
                        .with(member)
                        .exchange(),
                browser.get().uri("/admin/employers").with(administrator).exchange(),
                browser.get()
                        .uri("/admin/employers/" + employer.id())
                        .with(administrator.confirmed())
                        .exchange());

        for (var page : pages) {
            assertThat(page)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("<script>alert", "<img src=x", "<b>1 Main", "href=\"javascript:");
        }
    }

    @Test
    void aClassificationMarkingIsRefusedAndNotEchoed() {
        var member = people.member();
        var fields = fields(EmployerDrafts.any());
        fields.put("description", "SECRET//NOFORN we build it");

        assertThat(post(member, "/hire/employer", fields))
                .hasStatus(422)
                .bodyText()
                .doesNotContain("NOFORN");
        assertThat(employers.actingFor(viewer(member))).isEmpty();
    }

    @Test
    void aDeclinedEmployerIsCorrectedAndSentAgain() {
        var member = people.member();
        var employer = registrations.register(viewer(member), EmployerDrafts.any());
        decisions.decline(viewer(people.administrator()), employer.id(), employer.version(), "The domain is another's");
        var declined = only(member);

        assertThat(browser.get().uri("/hire").with(member))
                .bodyText()
                .contains("The domain is another&#39;s", "Correct and send again");
        assertThat(browser.get().uri("/hire/employer/" + employer.id()).with(member))
                .hasStatusOk()
                .bodyText()
                .contains("The domain is another&#39;s", declined.domain())
                .contains("<title>Correct " + declined.name() + " · Gatepost</title>");

        var fields = fields(EmployerDrafts.named(declined.name()));
        fields.put("version", String.valueOf(declined.version()));
        assertThat(post(member, "/hire/employer/" + employer.id(), fields)).hasStatus(302);
        assertThat(post(member, "/hire/employer/" + employer.id(), fields)).hasStatus(302);

        assertThat(only(member).status()).isEqualTo(EmployerStatus.PENDING);
        assertThat(only(member).domain()).isEqualTo(fields.get("domain"));
        assertThat(only(member).slug()).isEqualTo(employer.slug());
        assertThat(audit.latestAbout("employer", employer.id()))
                .extracting(Audit.Entry::action)
                .containsExactly("employer.corrected", "employer.declined", "employer.registered");
    }

    @Test
    void aCorrectionToWhatAnotherHoldsIsRefused() {
        var member = people.member();
        var taken = EmployerDrafts.any();
        registrations.register(viewer(people.member()), taken);
        var employer = registrations.register(viewer(member), EmployerDrafts.any());
        var fields = fields(EmployerDrafts.any());
        fields.put("domain", taken.domain().value());
        fields.put("version", String.valueOf(employer.version()));

        assertThat(post(member, "/hire/employer/" + employer.id(), fields))
                .hasStatus(422)
                .bodyText()
                .contains("An employer with this domain is registered already");
        assertThat(only(member).domain()).isEqualTo(employer.domain());
    }

    @Test
    void aCorrectionOfAnOlderStateIsAConflict() {
        var draft = EmployerDrafts.any();
        var member = people.withEmail("riley@" + draft.domain());
        var employer = registrations.register(viewer(member), draft);
        decisions.verify(viewer(people.administrator()), employer.id(), employer.version());
        var fields = fields(EmployerDrafts.any());
        fields.put("version", String.valueOf(employer.version()));

        assertThat(post(member, "/hire/employer/" + employer.id(), fields)).hasStatus(409);
        fields.remove("version");
        assertThat(post(member, "/hire/employer/" + employer.id(), fields)).hasStatus(409);
        assertThat(only(member).domain()).isEqualTo(employer.domain());
    }

    @Test
    void anotherPersonsEmployerIsNotThere() {
        var employer = registrations.register(viewer(people.member()), EmployerDrafts.any());
        var stranger = people.member();
        var fields = fields(EmployerDrafts.any());
        fields.put("version", String.valueOf(employer.version()));

        assertThat(browser.get().uri("/hire/employer/" + employer.id()).with(stranger))
                .hasStatus(404);
        assertThat(post(stranger, "/hire/employer/" + employer.id(), fields)).hasStatus(404);
        assertThat(browser.get().uri("/hire/employer/" + UUID.randomUUID()).with(stranger))
                .hasStatus(404);
        assertThat(browser.get().uri("/hire/employer/nonsense").with(stranger)).hasStatus(404);
        assertThat(browser.get().uri("/hire").with(stranger)).bodyText().doesNotContain(employer.name());
    }

    @Test
    void nobodyRegistersWithoutEnd() {
        var member = people.member();
        for (int i = 0; i < 20; i++) {
            assertThat(post(member, "/hire/employer", fields(EmployerDrafts.any())))
                    .hasStatus(302);
        }
        assertThat(post(member, "/hire/employer", fields(EmployerDrafts.any()))).hasStatus(429);
    }

    private MvcTestResult post(Person person, String address, Map<String, String> fields) {
        var request = browser.post().uri(address).with(person).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private EmployerView only(Person person) {
        var all = employers.actingFor(viewer(person));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Viewer viewer(Person person) {
        return new Viewer(person.id(), "Robin Test", Set.of(Role.MEMBER));
    }

    static Map<String, String> fields(EmployerDraft draft) {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", draft.name());
        fields.put("domain", draft.domain().value());
        fields.put("cage", String.valueOf(draft.cage()));
        fields.put("uei", String.valueOf(draft.uei()));
        fields.put("website", String.valueOf(draft.website()));
        fields.put("description", draft.description());
        return fields;
    }
}
