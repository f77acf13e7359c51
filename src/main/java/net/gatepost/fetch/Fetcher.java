package net.gatepost.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import net.gatepost.fetch.FetchFailed.Reason;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads https addresses of the public Internet. The host's name is resolved once for each connection, every address that it
 * stands for is looked at, and the connection goes to one of those very addresses: a name that resolves to something else a
 * moment later leads nowhere. Redirects are followed one by one and looked at the same way. Size and time are bounded.
 */
@Component
public class Fetcher {

    private static final int MOST_REDIRECTS = 5;
    private static final Timeout PATIENCE = Timeout.ofSeconds(20);
    private static final int LONGEST_ADDRESS = 2_000;

    /** The client itself would take a head without end. */
    private static final Http1Config HEADS = Http1Config.custom()
            .setMaxLineLength(8_192)
            .setMaxHeaderCount(100)
            .setMaxEmptyLineCount(5)
            .build();

    private final Predicate<URI> allowed;
    private final DnsResolver names;
    private final Clock clock;

    @Autowired
    public Fetcher(Clock clock) {
        this(SystemDefaultDnsResolver.INSTANCE, PublicAddresses::isPublic, Fetcher::isHttps, clock);
    }

    /** For tests, which have no public addresses. */
    Fetcher(DnsResolver names, Predicate<InetAddress> reachable, Predicate<URI> allowed, Clock clock) {
        this.names = new Guarded(names, reachable);
        this.allowed = allowed;
        this.clock = clock;
    }

    /** Takes what is read; it is open only meanwhile. */
    @FunctionalInterface
    public interface Taker {
        void take(InputStream content) throws IOException;
    }

    /** Whether it may be asked for: an https address with a host's name, without a person's name, of a sane length. */
    public static boolean isFetchable(String address) {
        try {
            return address.length() <= LONGEST_ADDRESS && isHttps(new URI(address));
        } catch (URISyntaxException nonsense) {
            return false;
        }
    }

    /**
     * Hands on what stands at an address.
     *
     * @param mostBytes more are refused, when the last one that is allowed has been handed on
     * @param within how long all of it may take
     * @throws FetchFailed if nothing can be had from there
     * @throws IOException what the taker throws
     */
    public void fetch(String address, long mostBytes, Duration within, Taker taker) throws FetchFailed, IOException {
        var until = clock.instant().plus(within);
        var next = uri(address);
        try (var client = client()) {
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                var moved = once(client, next, mostBytes, until, taker);
                if (moved == null) {
                    return;
                }
                next = moved;
            }
        }
        throw new FetchFailed(Reason.REDIRECTS, "more than " + MOST_REDIRECTS);
    }

    /** Where it has moved to, or null when it was read. */
    private @Nullable URI once(CloseableHttpClient client, URI address, long mostBytes, Instant until, Taker taker)
            throws FetchFailed, IOException {
        var request = new HttpGet(address);
        // Each read has its patience; an answer whose head comes a byte at a time would outlast them all.
        var deadline = CompletableFuture.runAsync(
                request::cancel,
                CompletableFuture.delayedExecutor(
                        Math.max(0, Duration.between(clock.instant(), until).toMillis()), TimeUnit.MILLISECONDS));
        try {
            return client.execute(request, response -> {
                int status = response.getCode();
                if (status >= 300 && status < 400 && response.containsHeader(HttpHeaders.LOCATION)) {
                    return moved(address, response);
                }
                if (status != 200 || response.getEntity() == null) {
                    throw new Failed(new FetchFailed(Reason.STATUS, String.valueOf(status)));
                }
                try (var content = response.getEntity().getContent()) {
                    taker.take(new Bounded(content, mostBytes, until));
                }
                return null;
            });
        } catch (Failed failed) {
            throw failed.reason;
        } catch (IOException broken) {
            var reason = request.isCancelled() ? Optional.of(Reason.TOO_SLOW) : reasonOf(broken);
            if (reason.isPresent()) {
                throw new FetchFailed(reason.get(), broken.getClass().getSimpleName());
            }
            throw broken;
        } finally {
            deadline.cancel(false);
        }
    }

    /** Empty for what has nothing to do with fetching. */
    private static Optional<Reason> reasonOf(IOException broken) {
        if (broken instanceof UnknownHostException) {
            return Optional.of(Reason.NOT_PUBLIC);
        }
        if (broken instanceof InterruptedIOException) {
            return Optional.of(Reason.TOO_SLOW);
        }
        if (broken instanceof MessageConstraintException) {
            return Optional.of(Reason.TOO_LARGE);
        }
        return broken instanceof SocketException
                        || broken instanceof SSLException
                        || broken instanceof ConnectionClosedException
                ? Optional.of(Reason.UNREACHABLE)
                : Optional.empty();
    }

    private URI moved(URI from, ClassicHttpResponse response) throws Failed {
        try {
            return uri(
                    from.resolve(response.getFirstHeader(HttpHeaders.LOCATION).getValue())
                            .toString());
        } catch (FetchFailed elsewhere) {
            throw new Failed(elsewhere);
        } catch (IllegalArgumentException nonsense) {
            throw new Failed(new FetchFailed(Reason.ADDRESS, "redirect"));
        }
    }

    private URI uri(String address) throws FetchFailed {
        try {
            var uri = new URI(address.strip());
            if (address.length() <= LONGEST_ADDRESS && allowed.test(uri)) {
                return uri;
            }
        } catch (URISyntaxException nonsense) {
            // told below
        }
        throw new FetchFailed(Reason.ADDRESS, "not https");
    }

    private static boolean isHttps(URI uri) {
        return "https".equals(uri.getScheme() == null ? null : uri.getScheme().toLowerCase(Locale.ROOT))
                && uri.getHost() != null
                && uri.getUserInfo() == null;
    }

    /** One for each fetch: no connection of one is used by another, no cookie is kept, nothing is unpacked unasked. */
    private CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADS)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(PATIENCE)
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(PATIENCE)
                        .setConnectionRequestTimeout(PATIENCE)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Gatepost")
                .build();
    }

    /** Names stand for public addresses alone: where one of several is not, none is. */
    private static final class Guarded implements DnsResolver {

        private final DnsResolver names;
        private final Predicate<InetAddress> reachable;

        Guarded(DnsResolver names, Predicate<InetAddress> reachable) {
            this.names = names;
            this.reachable = reachable;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] all = names.resolve(host);
            if (all == null || all.length == 0 || !Arrays.stream(all).allMatch(reachable)) {
                throw new UnknownHostException("not a public address");
            }
            return all;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** Carries the reason through the client. */
    private static final class Failed extends IOException {

        private final transient FetchFailed reason;

        Failed(FetchFailed reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** Ends with a failure at the first byte too many, and when the time is over. */
    private final class Bounded extends FilterInputStream {

        private final Instant until;
        private long left;

        Bounded(InputStream content, long most, Instant until) {
            super(content);
            this.left = most;
            this.until = until;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (clock.instant().isAfter(until)) {
                throw new Failed(new FetchFailed(Reason.TOO_SLOW, "all of it"));
            }
            int read = in.read(into, from, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new Failed(new FetchFailed(Reason.TOO_LARGE, "content"));
            }
            return read;
        }
    }
}
