package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.gatepost.TestDatabase;
import net.gatepost.command.Command;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What machines watch, at a port that the site's visitors do not reach. */
@Tag("module")
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = {"management.server.port=0", "gatepost.work.enabled=false"})
class MetricsTest {

    private static final HttpClient MACHINE = HttpClient.newHttpClient();

    @Autowired
    Environment ports;

    private HttpResponse<String> get(String port, String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + ports.getRequiredProperty(port) + path);
        return MACHINE.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theOperatorsPortTellsWhatTheSiteDoes() throws Exception {
        assertThat(get("local.server.port", "/jobs?q=engineer").statusCode()).isEqualTo(200);

        var metrics = get("local.management.port", "/actuator/prometheus");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body())
                .contains(
                        "http_server_requests_seconds_count",
                        "gatepost_search_seconds_count{index=\"listings\"} 1",
                        "gatepost_search_seconds_count{index=\"candidates\"} 0",
                        "gatepost_mails_waiting 0.0",
                        "gatepost_mails_oldest_seconds 0.0",
                        "gatepost_mails_failed 0.0",
                        "gatepost_imports{state=\"applying\"} 0.0",
                        "gatepost_tasks_failing 0.0",
                        "gatepost_index_waiting");
    }

    @Test
    void aPageThatIsShownAgainIsCountedUnderItsRoute(@Autowired MeterRegistry meters) throws Exception {
        for (int time = 1; time <= 3; time++) {
            var page = MACHINE.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + ports.getRequiredProperty("local.server.port") + "/"))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(page.statusCode()).isEqualTo(200);
        }

        await().untilAsserted(() -> assertThat(meters.get("http.server.requests")
                        .tag("uri", "/")
                        .timer()
                        .count())
                .isEqualTo(3));
        assertThat(meters.find("http.server.requests")
                        .tags("uri", "UNKNOWN", "status", "200")
                        .timers())
                .isEmpty();
    }

    @Test
    void everyRouteIsCountedByItself(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes,
            @Autowired MetricsProperties metrics) {
        var patterns = routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream())
                .collect(Collectors.toSet());

        assertThat(patterns).hasSizeGreaterThan(200);
        assertThat(metrics.getWeb().getServer().getMaxUriTags()).isGreaterThan(2 * patterns.size());
    }

    @Test
    void nothingIsTracedUnlessItIsConfiguredWhereTracesGo(@Autowired ApplicationContext site) {
        assertThat(site.getBeanNamesForType(Tracer.class)).isEmpty();
        assertThat(site.getBeanNamesForType(OpenTelemetry.class)).isEmpty();
        assertThat(site.getBeanNamesForType(TracingObservationHandler.class)).isEmpty();
    }

    @Test
    void theOperatorsPortIsForThisMachineAloneUnlessItsAddressSaysOtherwise() {
        assertThat(ports.getProperty("management.server.address")).isEqualTo("127.0.0.1");

        var chosen = new MockEnvironment()
                .withProperty("management.server.port", "9090")
                .withProperty("management.server.address", "10.0.0.5");
        new OperatorsPort().postProcessEnvironment(chosen, new SpringApplication());
        assertThat(chosen.getProperty("management.server.address")).isEqualTo("10.0.0.5");
    }

    @Test
    void everyCommandIsInTheOperatorsManual(@Autowired List<Command> commands) throws IOException {
        assertThat(Files.readString(Path.of("docs", "operations.md")))
                .contains(
                        commands.stream().map(command -> "| `" + command.name()).toList());
        assertThat(commands).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void theSitesOwnPortTellsNobody() throws Exception {
        assertThat(get("local.server.port", "/actuator/prometheus").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whetherTheSiteLivesAndIsReadyIsToldAtBoth() throws Exception {
        for (var path : new String[] {"/livez", "/readyz"}) {
            assertThat(get("local.server.port", path).body()).contains("UP");
        }
        assertThat(get("local.management.port", "/actuator/health/readiness").body())
                .contains("UP");
    }
}
