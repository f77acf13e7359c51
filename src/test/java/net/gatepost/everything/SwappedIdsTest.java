package net.gatepost.everything;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
import net.gatepost.ModuleTest;
import net.gatepost.everything.EverythingKept.Lived;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Somebody who has done everything that can be done here asks for what is somebody else's: every route, with ids of the other
 * one's in its address and in its parameters, drawn at random from all that the database holds.
 */
@ModuleTest
@Import(EverythingKept.class)
class SwappedIdsTest {

    /** Ten thousand take a minute or two: {@code bin/test -Dtest=SwappedIdsTest -Dgatepost.test.swaps=10000}. */
    private static final int SWAPS = Integer.getInteger("gatepost.test.swaps", 1_500);

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

    /** What ids are sent as, besides in addresses. */
    private static final List<String> PARAMETERS =
            List.of("employer", "listing", "application", "applicant", "candidate", "selected", "ids", "id", "place");

    /** Where somebody would only end their own session or account. */
    private static final Pattern OWN_ALONE =
            Pattern.compile("/sign-out|/me/data.*|/me/security.*|/me/profile/deletion|/demo/.*|/error");

    @Autowired
    MockMvcTester browser;

    @Autowired
    EverythingKept everything;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate jdbc;

    private record Route(HttpMethod method, String pattern) {}

    @Test
    void requestsWithSwappedIdsReadAndChangeNothingOfSomebodyElse() {
        var zora = everything.live();
        Set<UUID> before = ids();
        var other = everything.live();
        var theirs = new ArrayList<>(new TreeSet<>(ids()));
        theirs.removeAll(before);
        assertThat(theirs).hasSizeGreaterThan(50).contains(other.employer());
        var own = new ArrayList<>(new TreeSet<>(before));
        assertThat(routes()).hasSizeGreaterThan(150);
        var rows = rowsThatTellOf(other);
        assertThat(rows).hasSizeGreaterThan(30);

        assertThat(askedBy(zora, SWAPS, theirs, own, other)).isEmpty();
        assertThat(rowsThatTellOf(other)).containsAll(rows);
        // Whose they are reads them by the same requests: else the test would look in the wrong place.
        assertThat(askedBy(other, 500, theirs, own, other)).hasSizeGreaterThan(10);
    }

    /** The routes that answered with something of the other one's, each with an address of it. */
    private Map<String, String> askedBy(Lived asking, int swaps, List<UUID> theirs, List<UUID> own, Lived other) {
        // Always the same, so that what fails once fails again.
        var random = new Random(20_261_128);
        var routes = routes();
        Map<String, String> read = new TreeMap<>();
        for (int i = 0; i < swaps; i++) {
            var route = routes.get(random.nextInt(routes.size()));
            String path = fill(route.pattern(), theirs, own, random);
            var request = browser.method(route.method())
                    .uri(path)
                    .with(csrf())
                    .with(asking.person())
                    .param("version", "0");
            for (String parameter : PARAMETERS) {
                if (random.nextInt(3) == 0) {
                    request.param(parameter, any(theirs, random).toString());
                }
            }
            var answer = request.exchange().getResponse();
            String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
            if (body.contains(other.word()) || body.contains(other.phone())) {
                read.put(route.toString(), path);
            }
            assertThat(answer.getStatus()).as("%s %s", route.method(), path).isLessThan(500);
        }

        return read;
    }

    private static String fill(String pattern, List<UUID> theirs, List<UUID> own, Random random) {
        return VARIABLE.matcher(pattern)
                .replaceAll(variable -> Matcher.quoteReplacement(
                        // Now and then one's own: what lies below it may still be another's.
                        any(random.nextInt(5) == 0 ? own : theirs, random).toString()));
    }

    private static UUID any(List<UUID> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }

    private List<Route> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern -> methods(info.getMethodsCondition().getMethods()).stream()
                                .map(method -> new Route(method, pattern))))
                .filter(route -> !OWN_ALONE.matcher(route.pattern()).matches())
                .sorted(Comparator.comparing(Route::toString))
                .toList();
    }

    private static Set<HttpMethod> methods(Set<RequestMethod> methods) {
        return methods.isEmpty()
                ? Set.of(HttpMethod.GET)
                : methods.stream().map(RequestMethod::asHttpMethod).collect(Collectors.toSet());
    }

    /** Every id that any table holds. */
    private Set<UUID> ids() {
        Set<UUID> ids = new HashSet<>();
        database.sql("select table_name, column_name from information_schema.columns"
                        + " where table_schema = 'public' and data_type = 'uuid'")
                .query((row, number) -> "select distinct " + row.getString(2) + " from " + row.getString(1) + " where "
                        + row.getString(2) + " is not null")
                .list()
                .forEach(select -> ids.addAll(database.sql(select)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list()));
        return ids;
    }

    /** Whole rows, but for what says when something was last looked at. */
    private Set<String> rowsThatTellOf(Lived lived) {
        Set<String> rows = new HashSet<>();
        for (String table : database.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                            and table_name not like 'spring_session%'""").query(String.class).list()) {
            jdbc.queryForList("select * from " + table).forEach(row -> {
                String text =
                        table + " " + row.values().stream().map(String::valueOf).collect(Collectors.joining(" | "));
                if (text.contains(lived.word()) || text.contains(lived.id().toString())) {
                    rows.add(text.replaceAll("\\[B@\\w+|clob\\d+:|blob\\d+:", ""));
                }
            });
        }
        return rows;
    }
}
