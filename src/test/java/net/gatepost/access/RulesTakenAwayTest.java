package net.gatepost.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalMatchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import net.gatepost.account.RoleSource;
import net.gatepost.apply.Applications;
import net.gatepost.employer.Employers;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whether the matrix would notice: each rule is taken away in turn, and a cell that was right has to be wrong then. */
@MatrixTest
@DirtiesContext
@Import(RulesTakenAwayTest.Everybody.class)
class RulesTakenAwayTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Things things;

    @Autowired
    Everybody everybody;

    @MockitoSpyBean
    Employers employers;

    @MockitoSpyBean
    Applications applications;

    /** Gives a role to whoever signs in. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Everybody {
        private Set<Role> roles = EnumSet.noneOf(Role.class);

        @Bean
        RoleSource everybodysRoles() {
            return account -> roles;
        }
    }

    @BeforeEach
    void everyRuleHolds() {
        everybody.roles = EnumSet.noneOf(Role.class);
    }

    @Test
    void thatOnlyAdministratorsReachTheirDesks() throws IOException {
        assertNoticed("GET /admin/people", () -> everybody.roles = EnumSet.of(Role.ADMINISTRATOR));
    }

    @Test
    void thatOnlyEditorsReachTheNewsDesk() throws IOException {
        assertNoticed("GET /admin/briefings", () -> everybody.roles = EnumSet.of(Role.EDITOR));
    }

    @Test
    void thatOnlyRecruitersOfVerifiedEmployersFindCandidates() throws IOException {
        assertNoticed("GET /hire/candidates", () -> everybody.roles = EnumSet.of(Role.VERIFIED_RECRUITER));
    }

    @Test
    void thatAnEmployersDeskIsItsOwnRecruitersAlone() throws IOException {
        var own = viewer(Who.RECRUITER);
        assertNoticed(
                "GET /hire/import",
                () -> doAnswer(asked -> employers.requireActingFor(own, asked.getArgument(1)))
                        .when(employers)
                        .requireActingFor(not(eq(own)), any()));
    }

    @Test
    void thatAnApplicationIsTheApplicantsAlone() throws IOException {
        var own = viewer(Who.MEMBER);
        assertNoticed(
                "GET /me/applications/{id}",
                () -> doAnswer(asked -> applications.one(own, asked.getArgument(1)))
                        .when(applications)
                        .one(not(eq(own)), any()));
    }

    private Viewer viewer(Who who) {
        return new Viewer(Objects.requireNonNull(things.person(who)).id(), "", EnumSet.of(Role.MEMBER));
    }

    private void assertNoticed(String name, Runnable takenAway) throws IOException {
        var route = Route.declared().stream()
                .filter(declared -> declared.toString().equals(name))
                .findFirst()
                .orElseThrow();
        var cells = new Cells(browser, things);
        assertThat(cells.wrong(route)).as("with the rule").isEmpty();
        takenAway.run();
        assertThat(cells.wrong(route)).as("without the rule").isNotEmpty();
    }
}
