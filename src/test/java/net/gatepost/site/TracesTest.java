package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.gatepost.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Traces go where an operator says, and tell nothing of a person. */
@Tag("module")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "gatepost.work.enabled=false",
            "management.tracing.sampling.probability=1",
            "management.opentelemetry.tracing.export.schedule-delay=50ms"
        })
class TracesTest {

    private static final HttpClient VISITOR = HttpClient.newHttpClient();
    private static final List<String> SENT = new CopyOnWriteArrayList<>();
    private static final HttpServer COLLECTOR = collector();

    private static HttpServer collector() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                // Protocol Buffers write text as it is.
                var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                SENT.add(text.replaceAll("[^ -~]+", " "));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @AfterAll
    static void stop() {
        COLLECTOR.stop(0);
    }

    @DynamicPropertySource
    static void whereTheyGo(DynamicPropertyRegistry properties) {
        properties.add(
                "management.opentelemetry.tracing.export.otlp.endpoint",
                () -> "http://127.0.0.1:" + COLLECTOR.getAddress().getPort() + "/v1/traces");
    }

    @LocalServerPort
    int port;

    private void get(String path) throws Exception {
        VISITOR.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                        .header("tracestate", "who=wren")
                        .header("baggage", "name=wren")
                        .header("User-Agent", "wrens-browser")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String sent() {
        return String.join("\n", SENT);
    }

    @Test
    void aRequestIsToldByItsRouteAndNotByItsAddress() throws Exception {
        get("/jobs?q=quillwort&place=quillwort");
        get("/password/reset/quillwort-token");
        get("/employers/quillwort");
        get("/quillwort");

        await().untilAsserted(() -> assertThat(sent())
                .contains("http get /jobs", "/password/reset/{token}", "/employers/{slug}", "gatepost", "SUCCESS"));
        assertThat(sent())
                .doesNotContain("quillwort", "wren", "127.0.0.1:", "http.url")
                .doesNotContain("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void aFailureIsToldByItsKindAndNotByItsWords(@Autowired ObservationRegistry observations) {
        var failing = Observation.start("something that fails", observations)
                .lowCardinalityKeyValue("member", "wren@quillwort.example")
                .highCardinalityKeyValue("address", "wren@quillwort.example");
        failing.error(new IllegalStateException("duplicate key: wren@quillwort.example"));
        failing.stop();

        await().untilAsserted(() -> assertThat(sent()).contains("something that fails"));
        assertThat(sent()).doesNotContain("quillwort", "duplicate key");
    }
}
