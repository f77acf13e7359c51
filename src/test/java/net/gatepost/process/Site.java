package net.gatepost.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The site as a process of its own, in a data folder of its own unless it is given one, on this machine alone: the built jar
 * for benchmarks, the classes of the build for tests.
 */
public final class Site implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(10);
    private static final HttpClient METRICS = HttpClient.newHttpClient();
    private static final String METRICS_PORT = "--management.server.port=";
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern HEAP = Pattern.compile("heap .*used (\\d+)K");

    private static final List<String> JAR =
            List.of("-jar", Path.of("target", "gatepost.jar").toString());

    /** A demo that is soon made, where each request comes from a network of its own, which this machine tells as a proxy does. */
    public static final List<String> SMALL_DEMO = List.of(
            "--gatepost.demo=true",
            "--gatepost.demo.listings=20",
            "--gatepost.demo.candidates=20",
            "--gatepost.demo.subscribers=0",
            "--gatepost.proxies=127.0.0.1");

    private final List<String> program;
    private final Path data;
    private final boolean kept;
    private final List<String> options;
    private final int port;
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    public Site(List<String> options) throws IOException {
        this(Files.createTempDirectory("gatepost-bench"), false, options);
    }

    /** @param kept whether its data stay when it is closed */
    public Site(Path data, boolean kept, List<String> options) throws IOException {
        this(JAR, data, kept, options);
    }

    private Site(List<String> program, Path data, boolean kept, List<String> options) throws IOException {
        this.program = program;
        this.data = Files.createDirectories(data);
        this.kept = kept;
        this.options = options;
        this.port = freePort();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Has the site tell its metrics, for {@link #metric}. */
    public static String withMetrics() throws IOException {
        return METRICS_PORT + freePort();
    }

    /** The classes that this process runs with, in a folder that somebody else clears away. */
    public static Site ofClasses(Path data, List<String> options) throws IOException {
        // It lives for seconds: what the second compiler would gain in an hour it does not live to see.
        var program = List.of(
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "net.gatepost.GatepostApplication");
        return new Site(program, data, true, options);
    }

    /** A variable that the site finds in its environment when it is started next. */
    public void environment(String name, String value) {
        environment.put(name, value);
    }

    /** Returns when it answers. */
    public void start() throws IOException, InterruptedException {
        start(LONGEST_START);
    }

    /** Returns when it answers. */
    public void start(Duration longest) throws IOException, InterruptedException {
        launch(program, List.of());
        await("/readyz", longest);
    }

    /** From the start of the process to the whole of its first page. */
    public Duration startToFirstPage(Path jar, List<String> forJava) throws IOException, InterruptedException {
        long began = System.nanoTime();
        launch(List.of("-jar", jar.toString()), forJava);
        await("/", LONGEST_START);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void launch(List<String> what, List<String> forJava) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java("java"));
        command.add("-Xmx1g");
        command.addAll(forJava);
        command.addAll(what);
        command.addAll(List.of("--server.address=127.0.0.1", "--server.port=" + port, "--gatepost.data=" + data));
        command.addAll(options);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("console.log").toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    private void await(String path, Duration longest) throws IOException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        var client = HttpClient.newHttpClient();
        while (!answers(client, path)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                kill();
                throw new IllegalStateException(
                        "the site did not start: " + Files.readString(data.resolve("console.log")));
            }
            Thread.sleep(20);
        }
    }

    private boolean answers(HttpClient client, String path) {
        try {
            var request = HttpRequest.newBuilder(address().resolve(path))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One of its metrics now; of a site that was started {@link #withMetrics}. */
    public double metric(String name) throws IOException, InterruptedException {
        var at = options.stream()
                .filter(option -> option.startsWith(METRICS_PORT))
                .map(option -> URI.create(
                        "http://127.0.0.1:" + option.substring(METRICS_PORT.length()) + "/actuator/prometheus"))
                .findFirst()
                .orElseThrow();
        var told = METRICS.send(
                HttpRequest.newBuilder(at).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString());
        return told.body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no metric " + name));
    }

    /** A tool of the JDK that runs the site. */
    public static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    public Path data() {
        return data;
    }

    /** Of all its threads since it started. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    public long pid() {
        return process.pid();
    }

    /** In megabytes. */
    public double heapAfterCollection() throws IOException, InterruptedException {
        jcmd("GC.run");
        for (String line : jcmd("GC.heap_info").split("\n")) {
            var used = HEAP.matcher(line);
            if (used.find()) {
                return Long.parseLong(used.group(1)) / 1024.0;
            }
        }
        throw new IllegalStateException("jcmd told nothing of the heap");
    }

    /** In megabytes: what is still used, counted in the very pause in which the rest is collected, however much is made meanwhile. */
    public double heapInUse() throws IOException, InterruptedException {
        var total = TOTAL.matcher(jcmd("GC.class_histogram"));
        if (!total.find()) {
            throw new IllegalStateException("jcmd told nothing of the heap");
        }
        return Long.parseLong(total.group(1)) / (1024.0 * 1024);
    }

    private String jcmd(String what) throws IOException, InterruptedException {
        var asked = new ProcessBuilder(java("jcmd"), String.valueOf(pid()), what)
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return said;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as an operator does, and kills it where it does not. Returns whether it ended by itself. */
    public boolean stop() throws InterruptedException {
        process.destroy();
        boolean ended = process.waitFor(1, TimeUnit.MINUTES);
        if (!ended) {
            kill();
        }
        return ended;
    }

    /** What an operator's command came to. */
    public record Outcome(int exitCode, String said) {}

    /** Runs an operator's command, in which it may be refused while a process has the embedded database. */
    public Outcome command(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java("java"), "-Xmx1g"));
        command.addAll(program);
        command.addAll(List.of(words));
        command.add("--gatepost.data=" + data);
        Path said = Files.createTempFile(data, "command", ".log");
        var running = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!running.waitFor(LONGEST_COMMAND.toSeconds(), TimeUnit.SECONDS)) {
            running.destroyForcibly().waitFor();
            throw new IllegalStateException(List.of(words) + " did not end: " + Files.readString(said));
        }
        return new Outcome(running.exitValue(), Files.readString(said));
    }

    /** The embedded database, while no process has it. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + data.resolve("db").resolve("gatepost")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "",
                "");
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
        if (kept) {
            return;
        }
        try (var all = Files.walk(data)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
