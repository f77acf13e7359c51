package net.gatepost.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.gatepost.ModuleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may do what, for every route: each cell is a real request through the whole chain with a valid CSRF token. A route
 * that {@code access.txt} does not declare, or declares although it is gone, fails the build.
 */
@ModuleTest
@Import(Things.class)
@TestPropertySource(properties = {"gatepost.demo=true", "gatepost.demo.listings=20", "gatepost.demo.candidates=10"})
class AccessMatrixTest {

    private static final Path PAGE = Path.of("docs", "access.md");

    @Autowired
    MockMvcTester browser;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Things things;

    static Stream<Route> routes() throws IOException {
        return Route.declared().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void everybodyGetsWhatTheMatrixSays(Route route) {
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
        assertThat(wrong).as(route.toString()).isEmpty();
    }

    @Test
    void everyRouteIsDeclared() throws IOException {
        Set<String> mapped = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern ->
                                methods(info.getMethodsCondition().getMethods()).map(method -> method + " " + pattern)))
                .filter(route -> !route.endsWith(" /error"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> declared = Route.declared().stream()
                .filter(route -> !route.isFilter())
                .map(Route::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(declared).isEqualTo(mapped);
    }

    /** Written when it has changed, so that a reader need not run anything; stale, it fails once and is right after. */
    @Test
    void theMatrixIsWrittenDown() throws IOException {
        String page = Route.page();
        if (!Files.exists(PAGE) || !Files.readString(PAGE).equals(page)) {
            Files.writeString(PAGE, page);
            throw new AssertionError(
                    PAGE + " was stale and has been written afresh: look at what changed and commit it");
        }
    }

    private static Stream<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(RequestMethod::name);
    }
}
