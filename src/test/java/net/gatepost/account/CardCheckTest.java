package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.gatepost.account.Authority.Issued;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revocation as a card's own authority tells it when it is asked (OCSP). */
class CardCheckTest {

    private final Authority authority = new Authority("Cards that are asked about");
    private final Set<BigInteger> revoked = new HashSet<>();
    private final AtomicInteger asked = new AtomicInteger();

    private HttpServer responder;
    private CardCheck check;

    @BeforeEach
    void open() throws Exception {
        responder = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        responder.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] answer = authority.answer(question(exchange), revoked);
            exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        responder.start();
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority.certificate());
        check = new CardCheck(trusted, List.of(), Clock.systemUTC());
    }

    /** In the body, or if it is short in the address (RFC 6960, appendix A). */
    private static byte[] question(HttpExchange exchange) throws IOException {
        return "POST".equals(exchange.getRequestMethod())
                ? exchange.getRequestBody().readAllBytes()
                : Base64.getDecoder().decode(exchange.getRequestURI().getPath().substring(1));
    }

    @AfterEach
    void close() {
        responder.stop(0);
    }

    private Issued card() {
        return authority.cardAskedAbout(
                "Wren", URI.create("http://localhost:" + responder.getAddress().getPort() + "/"));
    }

    @Test
    void aCardThatItsAuthorityCallsGoodIsGood() {
        assertThat(check.isGood(List.of(card().certificate()))).isTrue();
        assertThat(asked).hasPositiveValue();
    }

    @Test
    void aCardThatItsAuthorityCallsRevokedIsNot() {
        var card = card();
        revoked.add(card.certificate().getSerialNumber());

        assertThat(check.isGood(List.of(card.certificate()))).isFalse();
        assertThat(asked).hasPositiveValue();
    }

    @Test
    void aCardOfWhichNobodyAnswersWhetherItWasRevokedIsNotGood() throws IOException {
        var card = card();
        responder.stop(0);

        assertThat(check.isGood(List.of(card.certificate()))).isFalse();
    }

    @Test
    void aCardThatNamesNobodyToAskIsNotGoodWithoutAList() {
        assertThat(check.isGood(List.of(authority.card("Wren").certificate()))).isFalse();
    }
}
