package net.gatepost.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.concurrent.atomic.AtomicInteger;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.SentMails;
import net.gatepost.mail.SentMails.Sent;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody without an account who joins and leaves, from a network of their own so that no limit of another test counts. */
class ListReader {

    private static final AtomicInteger NETWORK = new AtomicInteger();

    final EmailAddress email = new EmailAddress(UuidCreator.getRandomBased() + "@d"
            + UuidCreator.getRandomBased().toString().substring(0, 8) + ".example");

    private final RequestPostProcessor fromOwnNetwork;
    private final MockMvcTester browser;
    private final WaitingSignups waiting;
    private final SentMails mails;

    ListReader(MockMvcTester browser, WaitingSignups waiting, SentMails mails) {
        this.browser = browser;
        this.waiting = waiting;
        this.mails = mails;
        int number = NETWORK.incrementAndGet();
        this.fromOwnNetwork = request -> {
            request.setRemoteAddr("10.1." + number / 250 + "." + number % 250);
            return request;
        };
    }

    MvcTestResult get(String path) {
        return browser.get().uri(path).with(fromOwnNetwork).exchange();
    }

    MvcTestResult post(String path, String... parameters) {
        var request = browser.post().uri(path).with(fromOwnNetwork);
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    /** Sends the form in a page's foot, as it stands there. */
    MvcTestResult askFor(String typedEmail) {
        return post("/mailing-list", "email", typedEmail, "website", "", "topics", "JOBS", "topics", "BRIEFINGS");
    }

    ListReader ask() {
        assertThat(askFor(email.value())).hasRedirectedUrl("/mailing-list/sent");
        waiting.handleAll();
        return this;
    }

    /** Asks, and presses the button behind the mailed link. */
    ListReader join() {
        ask();
        assertThat(post(confirmLink())).hasRedirectedUrl("/mailing-list/confirmed");
        return this;
    }

    String confirmLink() {
        return latestMail().link("/mailing-list/confirm/");
    }

    String leaveLink() {
        return latestMail().link("/mailing-list/leave/");
    }

    Sent latestMail() {
        return mails.latestTo(email);
    }

    int mailCount() {
        return mails.to(email).size();
    }
}
