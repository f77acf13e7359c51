package net.gatepost.job.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.employer.Companies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** While the database can't be reached a program is told when to try again, as programs are told. */
@ModuleTest
@DirtiesContext
@TestPropertySource(
        properties = {"spring.datasource.hikari.maximum-pool-size=8", "spring.datasource.hikari.connection-timeout=1000"
        })
class ApiWithoutDatabaseTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DataSource database;

    @Autowired
    ApiTokens tokens;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Value("${spring.datasource.hikari.maximum-pool-size}")
    int most;

    private final List<Connection> taken = new ArrayList<>();
    private Programs.Program program;

    @BeforeEach
    void nobodyGetsAConnection() throws SQLException {
        var maker = people.member();
        program = new Programs(tokens).of(maker, companies.verified(maker));
        while (taken.size() < most) {
            taken.add(database.getConnection());
        }
    }

    @AfterEach
    void giveBack() throws SQLException {
        for (var connection : taken) {
            connection.close();
        }
    }

    private static void assertToldToComeBack(MvcTestResult answer) {
        assertThat(answer)
                .hasStatus(503)
                .hasContentType("application/problem+json")
                .hasHeader("Retry-After", "30");
        assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer)
                .bodyJson()
                .hasPathSatisfying(
                        "$.type", type -> type.assertThat().asString().endsWith("/api#problem-unavailable"))
                .hasPathSatisfying("$.title", title -> title.assertThat().isEqualTo("We will be right back"))
                .doesNotHavePath("$.reference");
    }

    @Test
    void aHandlerThatFailsForItSaysSo() {
        assertToldToComeBack(mvc.get().uri("/api/jobs?q=radar").exchange());
    }

    @Test
    void whoseTokenCannotBeLookedUpIsNotTakenForAStranger() {
        assertToldToComeBack(mvc.get().uri("/api/listings").with(program).exchange());
        assertToldToComeBack(mvc.post()
                .uri("/api/listings")
                .with(program)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"title\": \"One\"}")
                .exchange());
    }

    @Test
    void aPersonIsAnsweredWithAPage() {
        assertThat(mvc.get().uri("/jobs").exchange())
                .hasStatus(503)
                .hasHeader("Retry-After", "30")
                .hasContentTypeCompatibleWith("text/html")
                .bodyText()
                .contains("We will be right back");
    }
}
