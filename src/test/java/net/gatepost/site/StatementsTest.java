package net.gatepost.site;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.gatepost.CountedStatements;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.apply.Applying;
import net.gatepost.apply.web.Hiring;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Section;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.Clearance;
import net.gatepost.employer.Companies;
import net.gatepost.employer.Employers;
import net.gatepost.job.Listings;
import net.gatepost.job.search.Board;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How many statements a page takes is known, and does not grow with what is on it. */
@ModuleTest
@DirtiesContext
@Import(CountedStatements.class)
class StatementsTest {

    /** With two that write a session down, for who is signed in: a test's is new each time. */
    private static final Map<String, Integer> MOST = Map.ofEntries(
            entry("home", 2),
            entry("home, kept", 2),
            entry("search", 1),
            entry("search, kept", 1),
            entry("search of a member", 9),
            entry("listing", 2),
            entry("listing, kept", 2),
            entry("listing of a member", 10),
            entry("application form", 21),
            entry("applications of a member", 9),
            entry("applicants", 20),
            entry("listings of an employer", 14));

    /** Of several tries the least: what is remembered for a moment may have been forgotten. */
    private static final int TRIES = 3;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Listings listings;

    @Autowired
    ListingSearch search;

    @Autowired
    ListingIndex index;

    @Autowired
    Employers employers;

    @Autowired
    Companies companies;

    @Autowired
    Candidates candidates;

    @Autowired
    Applying applying;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    private Board board;
    private Hiring hiring;
    private Person member;
    private UUID listing;

    @BeforeEach
    void anEmployerAndAMember() {
        board = new Board(listings, employers, index, people, clock);
        hiring = new Hiring(people, companies, listings, applying, clock);
        listing = hiring.listing();
        member = clearedMember();
    }

    @Test
    void noPageTakesMoreStatementsForMoreRows() {
        more(3);
        var few = statements();
        more(9);
        var many = statements();

        MOST.forEach((page, most) -> {
            assertThat(few.get(page)).as(page).hasSizeLessThanOrEqualTo(most);
            assertThat(many.get(page)).as(page).hasSameSizeAs(few.get(page));
        });
        assertThat(many.keySet()).isEqualTo(MOST.keySet());
    }

    private Person clearedMember() {
        var person = people.member();
        candidates.add(
                viewer(person), Section.CLEARANCES, UUID.randomUUID(), Clearance.inAccess("us.top-secret", Access.SCI));
        return person;
    }

    private static Viewer viewer(Person person) {
        return new Viewer(person.id(), "Robin Test", Set.of(Role.MEMBER));
    }

    /** So many listings of as many employers, applications of one member, and applicants for one listing. */
    private void more(int rows) {
        for (int i = 0; i < rows; i++) {
            board.job(board.employer("Company " + i), "Quillwort Engineer");
            var other = new Hiring(people, companies, listings, applying, clock);
            other.applied(member, other.listing());
            hiring.applied(clearedMember(), listing);
            hiring.listing();
        }
        board.open();
    }

    private Map<String, List<String>> statements() {
        var path = listings.published(
                        search.first(ListingQuery.everything(), 1).get(0).id())
                .orElseThrow()
                .path();
        Map<String, List<String>> sent = new LinkedHashMap<>();
        sent.put("home", of("/", null));
        sent.put("home, kept", kept("/"));
        sent.put("search", of("/jobs?q=quillwort", null));
        sent.put("search, kept", kept("/jobs?q=quillwort"));
        sent.put("search of a member", of("/jobs?q=quillwort", member));
        sent.put("listing", of(path, null));
        sent.put("listing, kept", kept(path));
        sent.put("listing of a member", of(path, member));
        sent.put("application form", of("/jobs/" + listing + "/apply", member));
        sent.put("applications of a member", of("/me/applications", member));
        sent.put("applicants", of("/hire/listings/" + listing + "/applicants", hiring.recruiter));
        sent.put("listings of an employer", of("/hire/listings", hiring.recruiter));
        return sent;
    }

    private List<String> of(String path, @Nullable Person person) {
        return least(() -> {
            var request = browser.get().uri(URI.create(path));
            assertThat((person == null ? request : request.with(person)).exchange())
                    .hasStatusOk();
        });
    }

    private List<String> kept(String path) {
        return least(() -> assertThat(browser.get()
                        .uri(URI.create(path))
                        .header("Accept-Encoding", "gzip")
                        .exchange())
                .hasStatusOk());
    }

    private static List<String> least(Runnable request) {
        request.run();
        return Stream.generate(() -> CountedStatements.of(request))
                .limit(TRIES)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }
}
