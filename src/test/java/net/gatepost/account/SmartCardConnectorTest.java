package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import net.gatepost.account.Authority.Issued;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** The port that asks for smart cards, by real TLS connections. */
class SmartCardConnectorTest {

    private static final Authority AUTHORITY = new Authority("Cards of the tests");

    private WebServer server;
    private int port;

    @BeforeEach
    void aServerThatSaysWhoseCardItSees() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var own = AUTHORITY.server("localhost");
        var bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle(
                "cards",
                SslBundle.of(new PemSslStoreBundle(
                        PemSslStoreDetails.forCertificates(Authority.pem(own.certificate()))
                                .withPrivateKey(Authority.pem(own.keys().getPrivate())),
                        PemSslStoreDetails.forCertificates(Authority.pem(AUTHORITY.certificate())))));
        var factory = new TomcatServletWebServerFactory(0);
        new SmartCardConnector().smartCardPort(bundles, "cards", port).customize(factory);
        server = factory.getWebServer(
                context -> context.addServlet("card", new Card()).addMapping("/"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aCardOfTheAuthorityIsSeenAndWhoHasNoneIsAnsweredToo() throws Exception {
        assertThat(ask(AUTHORITY.card("Robin"))).isEqualTo("CN=Robin");
        assertThat(ask(null)).isEqualTo("none");
    }

    @Test
    void oneOfAnotherAuthorityOrThatHasExpiredDoesNotComeThrough() {
        // The same name, another key.
        var other = new Authority("Cards of the tests").card("Robin");
        assertThatThrownBy(() -> ask(other)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask(AUTHORITY.expiredCard("Robin"))).isInstanceOf(IOException.class);
    }

    /** Answers with the holder's name. */
    private static final class Card extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            boolean seen = request.getAttribute("jakarta.servlet.request.X509Certificate") instanceof X509Certificate[];
            response.getWriter().write(seen ? name(request) : "none");
        }

        private static String name(HttpServletRequest request) {
            var chain = (X509Certificate[]) request.getAttribute("jakarta.servlet.request.X509Certificate");
            return chain[0].getSubjectX500Principal().getName();
        }
    }

    private String ask(@Nullable Issued card) throws IOException, InterruptedException, GeneralSecurityException {
        return HttpClient.newBuilder()
                .sslContext(context(card))
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static SSLContext context(@Nullable Issued card) throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", AUTHORITY.certificate());
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        if (card != null) {
            own.setKeyEntry("card", card.keys().getPrivate(), new char[0], new Certificate[] {card.certificate()});
        }
        var keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
