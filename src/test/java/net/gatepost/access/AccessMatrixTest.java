package net.gatepost.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.gatepost.web.ForAdministrators;
import net.gatepost.web.ForEditors;
import net.gatepost.web.ForVerifiedRecruiters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may do what, for every route: each cell is a real request through the whole chain with a valid CSRF token. A route
 * that {@code access.txt} does not declare, or declares although it is gone, fails the build.
 */
@MatrixTest
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
        assertThat(new Cells(browser, things).wrong(route)).as(route.toString()).isEmpty();
    }

    @Test
    void everyRouteIsDeclared() throws IOException {
        Set<String> mapped = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(AccessMatrixTest::routes)
                .filter(route -> !route.endsWith(" /error"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> declared = Route.declared().stream()
                .filter(route -> !route.isFilter())
                .map(Route::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(declared).isEqualTo(mapped);
    }

    @Test
    void everyDeskIsGuardedASecondTimeWhereItsRequestsAreHandled() throws IOException {
        var guards = Map.of(
                Rule.ADMINISTRATORS, ForAdministrators.class,
                Rule.EDITORS, ForEditors.class,
                Rule.VERIFIED_RECRUITERS, ForVerifiedRecruiters.class,
                Rule.OWN_CANDIDATE_SEARCH, ForVerifiedRecruiters.class);
        var rules = Route.declared().stream().collect(Collectors.toMap(Route::toString, Route::rule));
        List<String> unguarded = new ArrayList<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach((info, handler) -> routes(info)
                        .filter(route -> rules.containsKey(route) && guards.containsKey(rules.get(route)))
                        .filter(route -> !isGuarded(handler, guards.get(rules.get(route))))
                        .forEach(unguarded::add));

        assertThat(rules.values()).containsAll(guards.keySet());
        assertThat(unguarded).isEmpty();
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

    private static boolean isGuarded(HandlerMethod handler, Class<? extends Annotation> guard) {
        return handler.hasMethodAnnotation(guard) || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), guard);
    }

    private static Stream<String> routes(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .flatMap(pattern ->
                        methods(info.getMethodsCondition().getMethods()).map(method -> method + " " + pattern));
    }

    private static Stream<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(RequestMethod::name);
    }
}
