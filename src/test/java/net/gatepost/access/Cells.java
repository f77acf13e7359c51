package net.gatepost.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Asks the cells of the matrix: real requests through the whole chain with a valid CSRF token. */
class Cells {

    private final MockMvcTester browser;
    private final Things things;

    Cells(MockMvcTester browser, Things things) {
        this.browser = browser;
        this.things = things;
    }

    /** The cells of a route that come to something else than is declared. */
    List<String> wrong(Route route) {
        List<String> wrong = new ArrayList<>();
        for (Who who : Who.values()) {
            // Things of their own for each cell: one may delete what the next would ask for.
            var request = browser.method(HttpMethod.valueOf(route.method()))
                    .uri(things.fill(route.pattern()))
                    .param("version", "0")
                    .param("employer", things.employer(who, route.pattern()).toString())
                    .param("submission", UUID.randomUUID().toString())
                    .with(csrf());
            var person = things.person(who);
            var answer = (person == null ? request : request.with(person)).exchange();
            Outcome seen = Outcome.of(
                    answer.getResponse().getStatus(), answer.getResponse().getRedirectedUrl());
            if (seen != route.expected(who)) {
                wrong.add(who + " got " + seen + " (" + answer.getResponse().getStatus() + ") instead of "
                        + route.expected(who));
            }
        }
        return wrong;
    }
}
