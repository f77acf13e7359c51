package net.gatepost.employer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.employer.Companies;
import net.gatepost.employer.Team;
import net.gatepost.employer.TeamRefused;
import net.gatepost.job.ListingDrafts;
import net.gatepost.job.Listings;
import net.gatepost.mail.SentMails;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class TeamTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Team team;

    @Autowired
    Listings listings;

    @Autowired
    SentMails mails;

    @Autowired
    TestClock clock;

    private Person riley;
    private UUID employer;

    @BeforeEach
    void anEmployerWithOneOwner() {
        riley = people.member();
        employer = companies.verified(riley);
    }

    @Test
    void whoIsInvitedByMailJoinsWithTheAccountThatHasTheAddress() {
        var quinn = people.member();
        invite(quinn.email().value(), "recruiter");

        assertThat(mails.latestTo(quinn.email()).subject()).contains("asks you to recruit for it");
        assertThat(mails.latestTo(quinn.email()).text()).contains(quinn.email().value(), "/hire");
        UUID invitation = team.asked(viewer(quinn)).get(0).id();
        assertThat(browser.get().uri("/hire").with(quinn)).bodyText().contains("You are invited", "a recruiter");
        assertThat(post("/hire/invitations/" + invitation + "/acceptance", people.member()))
                .hasStatus(404);
        assertThat(post("/hire/invitations/" + invitation + "/acceptance", quinn))
                .hasRedirectedUrl("/hire");
        assertThat(post("/hire/invitations/" + invitation + "/acceptance", quinn))
                .hasRedirectedUrl("/hire");

        assertThat(browser.get().uri("/hire/team?employer=" + employer).with(quinn))
                .bodyText()
                .contains(riley.email().value(), quinn.email().value(), "Leave")
                .doesNotContain("Invite somebody");
        assertThat(team.roster(viewer(riley), employer).colleagues()).hasSize(2);
        assertThat(browser.get().uri("/hire/candidates").with(quinn)).hasStatusOk();
    }

    @Test
    void anInvitationIsSentOnceAndCanBeTakenBackRefusedOrMissed() {
        var quinn = people.member();
        invite(quinn.email().value(), "recruiter");
        invite(quinn.email().value().toUpperCase(Locale.ROOT), "owner");
        assertThat(mails.to(quinn.email())).hasSize(1);
        UUID first = team.asked(viewer(quinn)).get(0).id();

        assertThat(post("/hire/team/" + employer + "/invitations/" + first + "/withdrawal", riley))
                .hasStatus(302);
        assertThat(post("/hire/invitations/" + first + "/acceptance", quinn)).hasStatus(404);

        invite(quinn.email().value(), "owner");
        UUID second = team.asked(viewer(quinn)).get(0).id();
        assertThat(post("/hire/invitations/" + second + "/refusal", quinn)).hasStatus(302);
        assertThat(post("/hire/invitations/" + second + "/acceptance", quinn)).hasStatus(404);

        invite(quinn.email().value(), "owner");
        UUID third = team.asked(viewer(quinn)).get(0).id();
        clock.advance(Duration.ofDays(15));
        assertThat(team.asked(viewer(quinn))).isEmpty();
        assertThat(post("/hire/invitations/" + third + "/acceptance", quinn)).hasStatus(404);
        invite(quinn.email().value(), "owner");
        assertThat(team.asked(viewer(quinn))).hasSize(1);
    }

    @Test
    void aWrongAddressKeepsWhatWasTypedAndSaysWhatToDo() {
        assertThat(invite("", "recruiter")).hasStatus(422).bodyText().contains("Enter the e-mail address");
        assertThat(invite("no address <b>", "owner"))
                .hasStatus(422)
                .bodyText()
                .contains("such as robin@halden.example", "no address &lt;b&gt;");
        assertThat(invite(riley.email().value(), "recruiter"))
                .hasStatus(422)
                .bodyText()
                .contains("is on the team already");
    }

    @Test
    void theLastOwnerCanNeitherLeaveNorBecomeARecruiter() {
        UUID self = memberId(riley);
        assertThat(post("/hire/team/" + employer + "/recruiters/" + self + "/removal", riley))
                .hasStatus(409)
                .bodyText()
                .contains("Make somebody else an owner first");
        assertThat(browser.post()
                        .uri("/hire/team/" + employer + "/recruiters/" + self + "/role")
                        .param("role", "recruiter")
                        .with(csrf())
                        .with(riley))
                .hasStatus(409);

        var quinn = join("owner");
        assertThat(post("/hire/team/" + employer + "/recruiters/" + self + "/removal", riley))
                .hasRedirectedUrl("/hire");
        assertThat(browser.get().uri("/hire/team?employer=" + employer).with(riley))
                .hasStatus(404);
        assertThat(browser.get().uri("/hire/team?employer=" + employer).with(quinn))
                .hasStatusOk();
    }

    @Test
    void ofTwoOwnersWhoLeaveAtOnceOneStays() throws Exception {
        var quinn = join("owner");
        List<Callable<Boolean>> leaving = List.of(leaving(riley), leaving(quinn));
        var pool = Executors.newFixedThreadPool(2);
        try {
            long left = 0;
            for (var each : pool.invokeAll(leaving)) {
                left += each.get() ? 1 : 0;
            }
            assertThat(left).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
    }

    private Callable<Boolean> leaving(Person person) {
        UUID id = memberId(person);
        return () -> {
            try {
                team.remove(viewer(person), employer, id);
                return true;
            } catch (TeamRefused lastOwner) {
                return false;
            }
        };
    }

    @Test
    void whoIsRemovedHasNoAccessFromTheNextRequestAndTheirListingsAreHandedOn() {
        var quinn = join("recruiter");
        UUID listing = listings.draft(
                viewer(quinn),
                employer,
                UUID.randomUUID(),
                ListingDrafts.titled("Radio Engineer").draft());
        assertThat(browser.get().uri("/hire/listings/" + listing).with(quinn)).hasStatusOk();

        assertThat(post("/hire/team/" + employer + "/recruiters/" + memberId(quinn) + "/removal", riley))
                .hasStatus(302);

        assertThat(browser.get().uri("/hire/listings/" + listing).with(quinn)).hasStatus(404);
        assertThat(browser.post()
                        .uri("/hire/listings/" + listing)
                        .param("title", "In the middle of a form")
                        .param("version", "0")
                        .with(csrf())
                        .with(quinn))
                .hasStatus(404);
        assertThat(browser.get().uri("/hire/candidates").with(quinn)).hasStatus(403);
        assertThat(mails.latestTo(quinn.email()).subject()).contains("You no longer recruit for");
        assertThat(listings.hiring(viewer(riley), listing).responsible()).isEqualTo(riley.id());
    }

    @Test
    void aListingIsHandedToAColleagueAndToNobodyElse() {
        var quinn = join("recruiter");
        UUID listing = listings.draft(
                viewer(riley),
                employer,
                UUID.randomUUID(),
                ListingDrafts.titled("Radio Engineer").draft());

        assertThat(handOver(listing, people.member().id())).hasStatus(404);
        assertThat(handOver(listing, quinn.id())).hasStatus(302);

        assertThat(listings.hiring(viewer(riley), listing).responsible()).isEqualTo(quinn.id());
    }

    @Test
    void recruitersWhoAreNoOwnersChangeNothingOnTheTeam() {
        var quinn = join("recruiter");
        var other = join("recruiter");
        String base = "/hire/team/" + employer;
        assertThat(browser.post()
                        .uri(base + "/invitations")
                        .param("email", "x@y.example")
                        .with(csrf())
                        .with(quinn))
                .hasStatus(404);
        assertThat(post(base + "/recruiters/" + memberId(other) + "/removal", quinn))
                .hasStatus(404);
        assertThat(post(base + "/recruiters/" + memberId(riley) + "/role", quinn))
                .hasStatus(404);
        assertThat(team.roster(viewer(riley), employer).colleagues()).hasSize(3);
    }

    @Test
    void oneWhoRecruitsForSeveralEmployersSeesForWhich() {
        UUID second = companies.verified(riley);
        assertThat(browser.get().uri("/hire/team?employer=" + second).with(riley))
                .bodyText()
                .contains("You also recruit for", "/hire/team?employer=" + employer);
    }

    private Person join(String role) {
        var person = people.member();
        team.invite(viewer(riley), employer, person.email(), role.equals("owner"));
        team.accept(viewer(person), team.asked(viewer(person)).get(0).id());
        return person;
    }

    private UUID memberId(Person person) {
        return team.roster(viewer(riley), employer).colleagues().stream()
                .filter(each -> each.accountId().equals(person.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private MvcTestResult invite(String email, String role) {
        return browser.post()
                .uri("/hire/team/" + employer + "/invitations")
                .param("email", email)
                .param("role", role)
                .with(csrf())
                .with(riley)
                .exchange();
    }

    private MvcTestResult handOver(UUID listing, UUID to) {
        return browser.post()
                .uri("/hire/listings/" + listing + "/responsible")
                .param("to", to.toString())
                .with(csrf())
                .with(riley)
                .exchange();
    }

    private MvcTestResult post(String path, Person person) {
        return browser.post().uri(path).with(csrf()).with(person).exchange();
    }

    private static Viewer viewer(Person person) {
        return new Viewer(person.id(), "Robin Test", Set.of(Role.MEMBER, Role.RECRUITER));
    }
}
