package net.gatepost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A real OpenSearch, in a process of its own that is started once and ends with this one. */
public final class TestOpenSearch {

    private static final Path LIBRARIES = Path.of("target/opensearch.cp");
    private static final Path SERVER = Path.of("src/test/opensearch/OpenSearchServer.java");

    private static @Nullable String address;

    private TestOpenSearch() {}

    /** Where it answers. */
    public static synchronized String address() throws IOException {
        if (address == null) {
            address = start(Files.createTempDirectory("gatepost-opensearch"), freePort());
        }
        return address;
    }

    private static String start(Path folder, int port) throws IOException {
        var log = folder.resolve("opensearch.log");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Files.readString(LIBRARIES).strip(),
                        SERVER.toString(),
                        folder.resolve("data").toString(),
                        String.valueOf(port)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        String here = "http://localhost:" + port;
        Awaitility.await("OpenSearch, which writes to " + log)
                .atMost(Duration.ofMinutes(3))
                .failFast("OpenSearch ended; see " + log, () -> !process.isAlive())
                .pollInterval(Duration.ofMillis(200))
                .until(() -> answers(here));
        return here;
    }

    private static boolean answers(String address) {
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
