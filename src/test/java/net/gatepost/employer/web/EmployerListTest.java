package net.gatepost.employer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.employer.EmployerDrafts;
import net.gatepost.employer.EmployerRegistrations;
import net.gatepost.employer.EmployerStatus;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.web.NotFound;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ModuleTest
class EmployerListTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Employers employers;

    @Autowired
    EmployerRegistrations registrations;

    @Test
    void theListShowsOnlyWhoIsVerifiedAndNeedsNoSession() {
        employers.registerVerified(EmployerDrafts.named("Open Quarry Works"), List.of());
        registrations.register(viewer(people.member()), EmployerDrafts.named("Hidden Quarry Works"));

        var page = browser.get().uri("/employers?q=quarry").exchange();

        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("Open Quarry Works", "/employers/open-quarry-works", "We test things.");
        assertThat(page).bodyText().doesNotContain("Hidden Quarry Works");
        assertThat(page.getRequest().getSession(false)).isNull();
        assertThat(page.getResponse().getCookies()).isEmpty();
    }

    @Test
    void theFilterTakesPartsOfNamesLiterally() {
        employers.registerVerified(EmployerDrafts.named("Percent 100% Works"), List.of());
        employers.registerVerified(EmployerDrafts.named("Percent Plain Works"), List.of());

        assertThat(browser.get().uri("/employers").param("q", "PERCENT 100%"))
                .bodyText()
                .contains("Percent 100% Works")
                .doesNotContain("Percent Plain Works");
        assertThat(browser.get().uri("/employers").param("q", "percent_plain"))
                .bodyText()
                .doesNotContain("Percent Plain Works")
                .contains("No verified employer has that in its name");
        assertThat(browser.get().uri("/employers").param("q", "!")).hasStatusOk();
    }

    @Test
    void nonsenseInTheAddressIsNoError() {
        for (String page : List.of("0", "-1", "x", "999999999999", "1.5", "")) {
            assertThat(browser.get().uri("/employers").param("page", page)).hasStatusOk();
        }
        assertThat(browser.get().uri("/employers").param("q", "a\0b\n" + "x".repeat(5000)))
                .hasStatusOk();
        assertThat(browser.get().uri("/employers").param("q", "<script>alert(1)</script>"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>alert");
    }

    @Test
    void theListIsPagedAndSaysWhereItEnds() {
        for (int i = 10; i < 31; i++) {
            employers.registerVerified(EmployerDrafts.named("Paged Foundry " + i), List.of());
        }

        assertThat(browser.get().uri("/employers").param("q", "paged foundry"))
                .bodyText()
                .contains("21 employers", "Paged Foundry 10", "/employers?q=paged+foundry&amp;page=2")
                .doesNotContain("Paged Foundry 30");
        assertThat(browser.get().uri("/employers").param("q", "paged foundry").param("page", "2"))
                .bodyText()
                .contains("Paged Foundry 30");
        assertThat(browser.get().uri("/employers").param("q", "paged foundry").param("page", "3"))
                .hasStatusOk()
                .bodyText()
                .contains("This list is not that long", "number 2");
    }

    @Test
    void whoeverIsVouchedForIsVerifiedWithItsRecruiters() {
        var riley = people.member();
        var quinn = people.member();
        var employer = employers.registerVerified(EmployerDrafts.any(), List.of(riley.id(), quinn.id()));

        assertThat(employer.status()).isEqualTo(EmployerStatus.VERIFIED);
        assertThat(employers.requireActingFor(viewer(riley), employer.id()).id())
                .isEqualTo(employer.id());
        assertThat(employers.actingFor(viewer(quinn)))
                .extracting(EmployerView::id)
                .containsExactly(employer.id());
        assertThat(employers.byIds(Set.of(employer.id(), UUID.randomUUID()))).containsOnlyKeys(employer.id());
        assertThat(employers.byIds(Set.of())).isEmpty();
        assertThat(employers.bySlug(employer.slug())).isPresent();
        assertThatThrownBy(() -> employers.requireActingFor(viewer(people.member()), employer.id()))
                .isInstanceOf(NotFound.class);
    }

    private static Viewer viewer(People.Person person) {
        return new Viewer(person.id(), "Robin Test", Set.of(Role.MEMBER));
    }
}
