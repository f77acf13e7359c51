package net.gatepost.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.gatepost.TestDatabase;
import net.gatepost.TestOpenSearch;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the site has acknowledged survives {@code kill -9}: a process of its own is killed right after the answer to a post,
 * with no time for anything that was merely on its way to the disk.
 */
@Tag("journey")
class KilledServerTest {

    private static final Duration START_WITHIN = Duration.ofMinutes(3);

    @TempDir
    Path data;

    private int port;
    private Process server;
    private HttpClient browser;

    @BeforeEach
    void start() throws IOException {
        port = freePort();
        restart();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    @Test
    void aListingAcknowledgedBeforeAKillIsThereAndFoundAfterARestart() throws Exception {
        publishAListing();

        server.destroyForcibly().waitFor();
        restart();

        awaitTheListing();
    }

    @Test
    void whereOneOfTwoProcessesIsKilledTheOtherGoesOnWithItsSessionsItsWorkAndItsIndex() throws Exception {
        server.destroyForcibly().waitFor();
        browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String[] shared = {
            "--spring.datasource.url=" + TestDatabase.newPostgres(),
            "--gatepost.search.opensearch=" + TestOpenSearch.address(),
            "--gatepost.search.prefix=two-processes"
        };
        server = launch(shared);
        awaitReady(server);
        int first = port;
        port = freePort();
        var other = launch(shared);
        try {
            awaitReady(other);
            int second = port;
            port = first;
            publishAListing();
            assertThat(post(
                            "/mailing-list",
                            Map.of("email", "wren@quillwort.example", "website", "", "topics", "JOBS")))
                    .isEqualTo("/mailing-list/sent");

            server.destroyForcibly().waitFor();
            port = second;

            assertThat(get("/hire/listings").text()).contains("Quillwort Systems Engineer");
            awaitTheListing();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(mails()).anyMatch(mail -> mail.contains("To: wren@quillwort.example")));
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    private void publishAListing() throws Exception {
        signIn("riley@demo.example");
        var form = new LinkedHashMap<>(fields(get("/hire/listings/new"), "form[action=/hire/listings]"));
        form.put("title", "Quillwort Systems Engineer");
        form.put("description", "Keep the quillwort in order.");
        form.put("place", "Huntsville, AL");
        form.put("employmentType", "FULL_TIME");
        form.put("level", "us.secret");
        form.put("importance", "REQUIRED");
        form.put("payMin", "118000");
        form.put("payMax", "150000");
        String listing = post("/hire/listings", form);
        String page = post(listing + "/publication", fields(get(listing + "/preview"), "form[action$=/publication]"));
        assertThat(page).startsWith("/hire/listings/");
    }

    private void awaitTheListing() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(get("/jobs?q=quillwort")
                                .select(".listing-title")
                                .text())
                        .contains("Quillwort Systems Engineer"));
    }

    @Test
    void whoSubscribedBeforeAKillIsMailedAfterARestart() throws Exception {
        assertThat(post("/mailing-list", Map.of("email", "wren@quillwort.example", "website", "", "topics", "JOBS")))
                .isEqualTo("/mailing-list/sent");

        server.destroyForcibly().waitFor();
        restart();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(mails()).anyMatch(mail -> mail.contains("To: wren@quillwort.example")));
    }

    @Test
    void anIssueOfTheListGoesOnAfterAKillWithoutALossAndRepeatsAtMostWhatWasInFlight() throws Exception {
        signIn("avery@demo.example");
        int readers = 150;
        var csv = new StringBuilder("email,consent_source,consent_date,topics\n");
        for (int i = 0; i < readers; i++) {
            csv.append("reader").append(i).append("@quillwort.example,Old form,2024-03-18,announcements\n");
        }
        upload("/admin/mailing-list/import", csv.toString());
        var form = new LinkedHashMap<>(
                fields(get("/admin/mailing-list/issues/new"), "form[action=/admin/mailing-list/issues]"));
        form.put("subject", "Quillwort news");
        form.put("body", "All is in order.");
        String issue = post("/admin/mailing-list/issues", form);
        post(issue + "/schedule", fields(get(issue), "form[action$=/schedule]"));
        await().atMost(Duration.ofSeconds(60)).until(() -> !copies().isEmpty());

        server.destroyForcibly().waitFor();
        assertThat(copies().size()).isLessThan(readers);
        restart();

        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(copies().keySet()).hasSize(readers));
        assertThat(copies().values())
                .filteredOn(ids -> ids.size() > 1)
                .hasSizeLessThan(2)
                .allSatisfy(ids -> assertThat(ids.stream().distinct()).hasSize(1));
    }

    @Test
    void theKeysAreChangedByACommandWhileTheSiteStandsStillAndNothingIsLost() throws Exception {
        signIn("casey@demo.example");
        var form = new LinkedHashMap<>(fields(get("/me/profile/personal"), "form[action=/me/profile/personal]"));
        form.put("phone", "+1 256 555 0142");
        post("/me/profile/personal", form);
        String before = Files.readString(data.resolve("keys/profiles.json"));

        assertThat(command("rotate-keys")).isEqualTo(1);
        server.destroyForcibly().waitFor();
        assertThat(command("rotate-keys")).isZero();
        restart();

        assertThat(Files.readString(data.resolve("keys/profiles.json"))).isNotEqualTo(before);
        signIn("casey@demo.example");
        assertThat(get("/me/profile/personal").select("[name=phone]").val()).isEqualTo("+1 256 555 0142");
        assertThat(get("/me/resume/file").text()).startsWith("%PDF");
    }

    /** The exit code of a command of the jar. */
    private int command(String name) throws Exception {
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "net.gatepost.GatepostApplication",
                        name,
                        "--gatepost.demo=true",
                        "--gatepost.data=" + data)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("command.log").toFile()))
                .start();
        assertThat(command.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return command.exitValue();
    }

    /** By recipient the Message-IDs of what came. */
    private Map<String, List<String>> copies() throws IOException {
        return mails().stream()
                .filter(mail -> mail.contains("Quillwort news"))
                .collect(Collectors.groupingBy(
                        mail -> header(mail, "To"),
                        Collectors.mapping(mail -> header(mail, "Message-ID"), Collectors.toList())));
    }

    private static String header(String mail, String name) {
        return mail.lines()
                .filter(line -> line.startsWith(name + ": "))
                .findFirst()
                .orElseThrow();
    }

    private void upload(String path, String csv) throws Exception {
        String boundary = "quillwort-boundary";
        var parts = new StringBuilder();
        var sent = new LinkedHashMap<>(fields(get(path), "form[action=" + path + "]"));
        sent.remove("file");
        sent.put("lawful", "true");
        sent.forEach((name, value) -> parts.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        parts.append("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n\r\n")
                .append(csv)
                .append("\r\n--" + boundary + "--\r\n");
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(site() + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(parts.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(Jsoup.parse(answer.body()).text()).isEqualTo(302);
    }

    private void restart() throws IOException {
        browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        server = launch();
        awaitReady(server);
    }

    /** At the port of now. */
    private Process launch(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "net.gatepost.GatepostApplication",
                "--gatepost.demo=true",
                "--gatepost.demo.listings=20",
                "--gatepost.demo.candidates=20",
                "--gatepost.demo.subscribers=0",
                "--gatepost.data=" + data,
                "--gatepost.base-url=" + site(),
                "--gatepost.work.heartbeat=2s",
                "--server.port=" + port));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("console.log").toFile()))
                .start();
    }

    private void awaitReady(Process process) {
        await().atMost(START_WITHIN).ignoreExceptions().untilAsserted(() -> {
            assertThat(process.isAlive()).isTrue();
            assertThat(get("/actuator/health/readiness").text()).contains("UP");
        });
    }

    private String site() {
        return "http://localhost:" + port;
    }

    private void signIn(String email) throws Exception {
        assertThat(post("/sign-in", Map.of("email", email, "passphrase", "cleared for demo only")))
                .doesNotContain("sign-in");
    }

    private Document get(String path) throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(site() + path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body(), site());
    }

    /** Sends a form and says where its answer leads, without the query. */
    private String post(String path, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(site() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(path + ": " + Jsoup.parse(answer.body()).text())
                .isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** What a browser would send of a form that nobody has touched. */
    private static Map<String, String> fields(Document page, String selector) {
        var form = page.select(selector).first();
        assertThat(form).as(selector).isNotNull();
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name], select[name], textarea[name]").forEach(field -> {
            boolean choice = field.attr("type").matches("radio|checkbox");
            if (!choice || field.hasAttr("checked")) {
                fields.put(field.attr("name"), field.val());
            }
        });
        return fields;
    }

    private List<String> mails() throws IOException {
        var folder = data.resolve("mail");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            List<String> mails = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".eml")).toList()) {
                mails.add(Files.readString(file));
            }
            return mails;
        }
    }
}
