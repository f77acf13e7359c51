package net.gatepost.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import net.gatepost.fetch.FetchFailed.Reason;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server of its own stands for the Internet; which of its names are public is said by the test. */
class FetcherTest {

    private static final int SMALL = 1_000;

    private HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();

    /** feed.example is what the test calls public, inside.example and whatever else leads here is not. */
    private final DnsResolver names = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] {
                InetAddress.getByAddress(host, new byte[] {127, 0, 0, (byte) (host.equals("feed.example") ? 1 : 2)})
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    private Fetcher fetcher;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 0);
        server.setExecutor(threads);
        fetcher = new Fetcher(
                names,
                address -> address.getAddress()[3] == 1,
                uri -> "http".equals(uri.getScheme()),
                Clock.systemUTC());
        serve("/feed", 200, "what stands there", null);
        serve("/large", 200, "x".repeat(2 * SMALL), null);
        serve("/gone", 404, "no", null);
        serve("/moved", 302, "", "/feed");
        serve("/inside", 302, "", "http://inside.example:" + port() + "/feed");
        serve("/file", 302, "", "file:///etc/passwd");
        serve("/round", 302, "", "/round");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void whatStandsThereIsRead() throws Exception {
        assertThat(read("/feed")).isEqualTo("what stands there");
        assertThat(read("/moved")).isEqualTo("what stands there");
    }

    @Test
    void aRedirectIntoTheNetworkLeadsNowhere() {
        assertThat(reasonOf("/inside")).isEqualTo(Reason.NOT_PUBLIC);
        assertThat(reasonOf("/file")).isEqualTo(Reason.ADDRESS);
        assertThat(asked).as("only the page that redirects was asked for").hasValue(2);
    }

    @Test
    void whatIsTooLargeOrRoundInCirclesOrNotThereIsTold() {
        assertThat(reasonOf("/large")).isEqualTo(Reason.TOO_LARGE);
        assertThat(reasonOf("/round")).isEqualTo(Reason.REDIRECTS);
        assertThat(reasonOf("/gone")).isEqualTo(Reason.STATUS);
    }

    @Test
    void aNameThatStandsForAnotherAddressALittleLaterIsLookedAtEachTime() throws Exception {
        var turns = new AtomicInteger();
        var turning = new Fetcher(
                new DnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) throws UnknownHostException {
                        return new InetAddress[] {
                            InetAddress.getByAddress(host, new byte[] {127, 0, 0, (byte) (turns.incrementAndGet())})
                        };
                    }

                    @Override
                    public String resolveCanonicalHostname(String host) {
                        return host;
                    }
                },
                address -> address.getAddress()[3] == 1,
                uri -> true,
                Clock.systemUTC());
        var content = new ByteArrayOutputStream();
        turning.fetch(address("/feed"), SMALL, Duration.ofSeconds(10), stream -> stream.transferTo(content));

        assertThat(content.toString(StandardCharsets.UTF_8)).isEqualTo("what stands there");
        assertThat(turns).as("once, for the address that was connected to").hasValue(1);
        assertThatExceptionOfType(FetchFailed.class)
                .isThrownBy(() ->
                        turning.fetch(address("/feed"), SMALL, Duration.ofSeconds(10), stream -> stream.readAllBytes()))
                .satisfies(failed -> assertThat(failed.reason()).isEqualTo(Reason.NOT_PUBLIC));
    }

    @Test
    void anAnswerThatNeverComesAndAHeadWithoutEndAreGivenUp() {
        var over = new CountDownLatch(1);
        server.createContext("/never", exchange -> {
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        serve("/head", 302, "", "/" + "x".repeat(20_000));

        assertThat(reasonOf(fetcher, address("/never"), Duration.ofMillis(300))).isEqualTo(Reason.TOO_SLOW);
        assertThat(reasonOf("/head")).isEqualTo(Reason.TOO_LARGE);
        over.countDown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://feed.example/x",
                "ftp://feed.example/x",
                "https://riley:secret@feed.example/x",
                "https:///x",
                "file:///etc/passwd",
                "jar:https://feed.example!/x",
                "not an address"
            })
    void onlyHttpsAddressesMayBeAskedFor(String address) {
        assertThat(Fetcher.isFetchable(address)).isFalse();
        assertThat(reasonOf(new Fetcher(Clock.systemUTC()), address)).isEqualTo(Reason.ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "127.0.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "192.168.1.1",
                "192.0.2.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1",
                "ff02::1"
            })
    void specialAddressesAreNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
        String host = address.contains(":") ? "[" + address + "]" : address;
        assertThat(reasonOf(new Fetcher(Clock.systemUTC()), "https://" + host + "/"))
                .isEqualTo(Reason.NOT_PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
    void othersAre(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    private void serve(String path, int status, String body, @Nullable String location) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            if (location != null) {
                exchange.getResponseHeaders().add("Location", location);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private String address(String path) {
        return URI.create("http://feed.example:" + port() + path).toString();
    }

    private String read(String path) throws Exception {
        var content = new ByteArrayOutputStream();
        fetcher.fetch(address(path), SMALL, Duration.ofSeconds(10), stream -> stream.transferTo(content));
        return content.toString(StandardCharsets.UTF_8);
    }

    private Reason reasonOf(String path) {
        return reasonOf(fetcher, address(path));
    }

    private static Reason reasonOf(Fetcher fetcher, String address) {
        return reasonOf(fetcher, address, Duration.ofSeconds(10));
    }

    private static Reason reasonOf(Fetcher fetcher, String address, Duration within) {
        try {
            fetcher.fetch(address, SMALL, within, stream -> stream.readAllBytes());
        } catch (FetchFailed failed) {
            return failed.reason();
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
        throw new AssertionError("it was read");
    }
}
