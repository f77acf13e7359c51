package net.gatepost.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.gatepost.process.Site;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts load on the site with <a href="https://github.com/wg/wrk">wrk</a>, which Debian packages: a process of its own that takes
 * next to none of the processor, where a client in Java would take as much as what it measures.
 */
final class Wrk {

    static final int CONNECTIONS = 4;

    private final Site site;
    private final Path script;

    /**
     * What a run saw.
     *
     * @param errors answers above 399, and what had no answer
     * @param p95 in milliseconds
     * @param processorMillis of the site's process for each request, whatever else the machine was busy with
     */
    record Run(long requests, double seconds, long errors, double p50, double p95, double processorMillis) {

        double perSecond() {
            return requests / seconds;
        }
    }

    /** Requests that are sent one after the other and from the first again after the last; each run goes on where one stopped. */
    static final class Requests {

        private final Path file;
        private final List<String> headers;
        private final int count;
        private long sent;

        /** @param lines as {@link #get} and {@link #post} make them */
        Requests(List<String> lines, List<String> headers) throws IOException {
            this.file = Files.createTempFile("gatepost-wrk", ".txt");
            this.headers = headers;
            this.count = lines.size();
            file.toFile().deleteOnExit();
            Files.write(file, lines);
        }

        static String get(String path) {
            return "GET\t" + path + "\t\t\t";
        }

        /**
         * @param network that it says to come from, as a proxy does; empty for none
         * @param cookie empty for none
         */
        static String post(String path, String network, String cookie, String form) {
            return "POST\t" + path + "\t" + network + "\t" + cookie + "\t" + form;
        }

        /** Whether any was sent twice. */
        boolean isUsedUp() {
            return sent > count;
        }
    }

    Wrk(Site site) throws IOException {
        this.site = site;
        this.script = Files.createTempFile("gatepost-wrk", ".lua");
        script.toFile().deleteOnExit();
        try (InputStream lua = Wrk.class.getResourceAsStream("requests.lua")) {
            Files.write(script, lua.readAllBytes());
        }
    }

    /** Ends the benchmark where it is not installed. */
    static void need() {
        if (!isThere()) {
            System.err.println("This benchmark needs wrk: apt-get install wrk");
            System.exit(2);
        }
    }

    private static boolean isThere() {
        try {
            new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start().waitFor();
            return true;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Sends for so many seconds. */
    Run run(Requests requests, int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "--timeout", "30s", "-s", script.toString()));
        for (String header : requests.headers) {
            command.add("-H");
            command.add(header);
        }
        command.addAll(List.of(
                site.address().toString(), "--", requests.file.toString(), String.valueOf(requests.sent % requests.count)));
        long before = site.processorTime().toMillis();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(seconds + 60L, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("wrk: " + said);
        }
        double took = site.processorTime().toMillis() - before;
        var told = JsonMapper.builder().build().readTree(said.substring(said.indexOf("{\"requests\"")));
        long answered = told.get("requests").asLong();
        requests.sent += answered + CONNECTIONS;
        return new Run(
                answered,
                told.get("seconds").asDouble(),
                told.get("errors").asLong(),
                told.get("p50").asDouble(),
                told.get("p95").asDouble(),
                took / answered);
    }
}
