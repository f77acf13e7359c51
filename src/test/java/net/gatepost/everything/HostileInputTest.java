package net.gatepost.everything;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;

/**
 * Every route, with each of its parameters and fields of forms, is sent what nobody should send: nothing may answer with an
 * error of the server's, or show where one happened.
 */
@ModuleTest
@Import(EverythingKept.class)
class HostileInputTest {

    /** Many more: {@code bin/test -Dtest=HostileInputTest -Dgatepost.test.hostile=200000 -Dskip.postgresql}. */
    private static final int REQUESTS = Integer.getInteger("gatepost.test.hostile", 1_000);

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");
    private static final Pattern STACK_TRACE = Pattern.compile(
            "\\bat [a-z]\\w*(\\.\\w+)+\\([A-Z]\\w*\\.java|\\b[a-z]\\w*+\\.[\\w.]*Exception\\b|Whitelabel");

    /** Ends what the rest of the run needs. */
    private static final Pattern ENDS_THE_ACCOUNT = Pattern.compile("/sign-out|/me/data/erasure|/error");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\r\nSet-Cookie: x=1",
            "\ud800",
            "\ufffe\uffff",
            "\u202e\u200b\u2028",
            "ﷺ".repeat(500),
            "x".repeat(70_000),
            "0",
            "-1",
            "2147483648",
            "-9223372036854775808",
            "1e308",
            "NaN",
            "٣",
            "null",
            "undefined",
            "true",
            "on",
            "'; drop table account; --",
            "\" or 1=1",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "${7*7}",
            "#{7*7}",
            "__${T(java.lang.Runtime).getRuntime()}__::.x",
            "*{class.module.classLoader}",
            "../../../../etc/passwd",
            "..%2f..%2f",
            "%",
            "%zz",
            "%%%",
            "file:///etc/passwd",
            "http://169.254.169.254/",
            "javascript:alert(1)",
            "https://user:pass@[::1]:99999/",
            "2026-02-30",
            "9999999999-01-01",
            "2024-13",
            "2024-05",
            "0000-00-00T00:00",
            "2026-11-28T10:00",
            "us.top-secret",
            "US",
            "VA",
            "Huntsville, AL",
            "a@b.example",
            "\"a b\"@example.com",
            "a@" + "b.".repeat(200) + "example",
            "TOP SECRET//SI//NOFORN",
            "123-45-6789",
            "[]",
            "{}",
            "{\"a\":[",
            "a,b,c,,,",
            "\"unclosed",
            "AND OR NOT (((",
            "field:value^2~ *?",
            "/regex/[",
            "+-&&||!(){}[]^\"~*?:\\/",
            "*",
            "İıŞß",
            "e\u0301".repeat(300),
            "👩‍👩‍👧‍👦".repeat(50));

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    EverythingKept everything;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    JdbcClient database;

    private record Route(HttpMethod method, String pattern, List<String> fields) {}

    @Test
    void nothingThatIsSentMakesTheServerFail() {
        var lived = everything.live();
        List<RequestPostProcessor> askers =
                List.of(request -> request, lived.person(), people.administrator(), people.editor(), people.member());
        var ids = database.sql("select id from employer union select id from listing union select id from account"
                        + " union select id from application union select id from candidate_row union select handle"
                        + " from candidate_profile")
                .query((row, number) -> row.getObject(1, UUID.class).toString())
                .list();
        var routes = routes();
        assertThat(routes.stream().mapToInt(route -> route.fields().size()).sum())
                .isGreaterThan(400);

        // Always the same, so that what fails once fails again.
        var random = new Random(20_261_128);
        Map<String, String> failed = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            var route = routes.get(random.nextInt(routes.size()));
            String path = VARIABLE.matcher(route.pattern())
                    .replaceAll(variable -> Matcher.quoteReplacement(
                            random.nextInt(3) > 0 ? any(ids, random) : inAddress(any(VALUES, random))));
            var request = browser.method(route.method()).uri(java.net.URI.create(path));
            var sent = new TreeMap<String, String>();
            for (String field : route.fields()) {
                int draw = random.nextInt(10);
                if (draw < 8) {
                    sent.put(field, draw < 2 ? any(ids, random) : any(VALUES, random));
                }
            }
            sent.forEach((field, value) -> {
                request.param(field, value);
                if (random.nextInt(20) == 0) {
                    request.param(field, any(VALUES, random));
                }
            });
            if (random.nextInt(10) > 0) {
                request.with(csrf());
            }
            if (random.nextInt(4) == 0) {
                request.header("HX-Request", "true");
            }
            var answer = request.with(any(askers, random)).exchange();
            String body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
            if (answer.getUnresolvedException() != null
                    || answer.getResponse().getStatus() >= 500
                    || STACK_TRACE.matcher(body).find()) {
                failed.put(route.method() + " " + route.pattern(), path + " " + shortened(sent));
            }
        }

        assertThat(failed).isEmpty();
    }

    private static String shortened(Map<String, String> sent) {
        return sent.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + field.getValue()
                                .substring(0, Math.min(60, field.getValue().length())))
                .collect(Collectors.joining(", "));
    }

    private static String inAddress(String value) {
        String encoded = UriUtils.encode(value.substring(0, Math.min(300, value.length())), StandardCharsets.UTF_8);
        return encoded.isEmpty() ? "-" : encoded;
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private List<Route> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(pattern -> methods(
                                        entry.getKey().getMethodsCondition().getMethods())
                                .map(method -> new Route(method, pattern, fields(entry.getValue())))))
                .filter(route -> !ENDS_THE_ACCOUNT.matcher(route.pattern()).matches())
                .sorted(Comparator.comparing(Route::toString))
                .toList();
    }

    private static Stream<HttpMethod> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of(HttpMethod.GET) : methods.stream().map(RequestMethod::asHttpMethod);
    }

    /** The names of a handler's parameters and of the fields of its forms, and some that searches read by themselves. */
    private static List<String> fields(HandlerMethod handler) {
        Set<String> fields = new TreeSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            Class<?> type = parameter.getParameterType();
            if (type.isRecord() && type.getName().startsWith("net.gatepost")) {
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(fields::add);
            } else if (parameter.hasParameterAnnotation(RequestParam.class) && BeanUtils.isSimpleValueType(type)) {
                fields.add(parameter.getParameter().getName());
            } else if (Map.class.isAssignableFrom(type) && !parameter.hasParameterAnnotation(RequestHeader.class)) {
                fields.addAll(List.of("q", "clearance", "polygraph", "place", "within", "workplace", "pay", "posted"));
                fields.addAll(
                        List.of("sort", "page", "cursor", "level", "status", "investigation", "skill", "employer"));
            }
        }
        return List.copyOf(fields);
    }
}
