package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** Against a real Tomcat, which is asked from 127.0.0.1. */
class ProxiesTest {

    /** Tells who asks, by what, and whom they say they ask. */
    private static final class Mirror extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .print(request.getRemoteAddr() + " " + (request.isSecure() ? "https" : "http") + " "
                            + request.getServerName());
        }
    }

    private static String seen(List<String> proxies, String... headers) throws Exception {
        var factory = new TomcatServletWebServerFactory(0);
        new Proxies(proxies).customize(factory);
        var server = factory.getWebServer(
                context -> context.addServlet("mirror", new Mirror()).addMapping("/"));
        server.start();
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/"));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } finally {
            server.stop();
        }
    }

    @Test
    void whereNoProxyIsConfiguredNobodyMaySayWhoTheyAre() throws Exception {
        assertThat(seen(List.of(), "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https"))
                .isEqualTo("127.0.0.1 http 127.0.0.1");
    }

    @Test
    void aConfiguredProxySaysWhoAsksAndByWhat() throws Exception {
        assertThat(seen(List.of("127.0.0.1"), "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https"))
                .isEqualTo("203.0.113.7 https 127.0.0.1");
        assertThat(seen(List.of(" 127.0.0.0/8 "), "X-Forwarded-For", "2001:db8::7"))
                .isEqualTo("2001:db8::7 http 127.0.0.1");
        assertThat(seen(List.of("127.0.0.1"))).isEqualTo("127.0.0.1 http 127.0.0.1");
    }

    @Test
    void whatSomebodyElseSaidBeforeTheProxyIsNotBelieved() throws Exception {
        assertThat(seen(List.of("127.0.0.1"), "X-Forwarded-For", "10.0.0.1, 198.51.100.4, 203.0.113.7"))
                .startsWith("203.0.113.7 ");
        assertThat(seen(List.of("10.0.0.0/8", "192.168.0.0/16"), "X-Forwarded-For", "203.0.113.7"))
                .startsWith("127.0.0.1 ");
    }

    @Test
    void nobodyChoosesTheNameOfTheSite() throws Exception {
        assertThat(seen(List.of("127.0.0.1"), "X-Forwarded-Host", "evil.example", "X-Forwarded-For", "203.0.113.7"))
                .endsWith(" 127.0.0.1");
    }

    @Test
    void whatIsNoAddressIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new Proxies(List.of("proxy.example.org")))
                .hasMessageContaining("gatepost.proxies")
                .hasMessageContaining("proxy.example.org");
        assertThatThrownBy(() -> new Proxies(List.of(".*"))).hasMessageContaining("gatepost.proxies");
    }
}
