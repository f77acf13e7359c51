package net.gatepost.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.account.People;
import net.gatepost.candidate.Basics;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Section;
import net.gatepost.candidate.Visibility;
import net.gatepost.candidate.Work;
import net.gatepost.clearance.Clearance;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Somebody who is sealed stands on no page of anybody's: every page that the application knows is asked for, by everybody,
 * the moment after the profile was sealed.
 */
@MatrixTest
@Tag("search")
class SealedTest {

    /** What is searched for, and comes back in the form of the search. */
    private static final String TYPED = "zebrafinch";

    private static final String FOUND = "/hire/candidates?q=" + TYPED;

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Autowired
    MockMvcTester browser;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    People people;

    @Autowired
    Candidates candidates;

    @Autowired
    Things things;

    @Test
    void whoIsSealedIsOnNoPage() {
        var person = people.named("Morgan N" + word, new EmailAddress("m-" + word + "@people.example"));
        var morgan = new Viewer(person.id(), "Morgan N" + word, Set.of(Role.MEMBER));
        candidates.change(morgan, -1, new Basics(TYPED + " " + word, "About " + word, List.of(TYPED, "skill " + word)));
        candidates.add(morgan, Section.CLEARANCES, UUID.randomUUID(), Clearance.inAccess("us.top-secret"));
        candidates.add(
                morgan,
                Section.WORK,
                UUID.randomUUID(),
                new Work("Engineer " + word, "Firm " + word, null, YearMonth.of(2019, 4), YearMonth.of(2020, 4), word));
        String handle = candidates.handleOf(morgan).orElseThrow().toString();
        candidates.show(morgan, Visibility.OPEN, null);
        await().untilAsserted(() -> assertThat(get(FOUND, Who.RECRUITER)).contains(word, handle));
        assertThat(get("/hire/candidates/" + handle, Who.RECRUITER)).contains("Morgan N" + word);

        candidates.show(morgan, Visibility.SEALED, null);

        List<String> showing = new ArrayList<>();
        for (String pattern : pages()) {
            for (Who who : Who.values()) {
                String path = things.fill(pattern.replace("{handle}", handle));
                for (String query : List.of("", "?q=" + TYPED + "&find=" + TYPED + "&page=1")) {
                    String body = get(path + query, who);
                    if (body.contains(word) || body.contains(person.id().toString()) || shows(body, path, handle)) {
                        showing.add(who + " at " + pattern + query);
                    }
                }
            }
        }
        assertThat(showing).isEmpty();
    }

    /** Its own address comes back in links of the page that isn't there. */
    private static boolean shows(String body, String path, String handle) {
        return !path.contains(handle) && body.contains(handle);
    }

    private Set<String> pages() {
        var pages = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().isEmpty()
                        || info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(pages).contains("/hire/candidates", "/hire/candidates/{handle}", "/me/views", "/employers");
        return pages;
    }

    private String get(String address, Who who) {
        var request = browser.get().uri(address);
        var person = things.person(who);
        var answer = (person == null ? request : request.with(person)).exchange();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
