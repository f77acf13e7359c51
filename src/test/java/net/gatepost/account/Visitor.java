package net.gatepost.account;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.Cookie;
import java.util.concurrent.ThreadLocalRandom;
import net.gatepost.mail.EmailAddress;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Someone with an address and a network of their own, so that the limits of one test are not another's. */
class Visitor implements RequestPostProcessor {

    final EmailAddress email = new EmailAddress(UuidCreator.getRandomBased() + "@visitors.example");
    private final String network;

    Visitor() {
        var random = ThreadLocalRandom.current();
        this.network = "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }

    /** The cookie of the session that an answer has begun or renewed. */
    static Cookie session(MvcTestResult answer) {
        return requireNonNull(answer.getResponse().getCookie("gatepost"));
    }

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        request.setRemoteAddr(network);
        return request;
    }
}
