package net.gatepost.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.briefing.Drafts;
import net.gatepost.briefing.Newsroom;
import net.gatepost.employer.EmployerNoLongerVerified;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.CloseReason;
import net.gatepost.job.Figure;
import net.gatepost.job.ListingCounts;
import net.gatepost.job.ListingView;
import net.gatepost.job.ListingViews;
import net.gatepost.job.Listings;
import net.gatepost.job.search.Board;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What {@link PageCache} keeps is shown by nobody's page once it may not be seen. */
@ModuleTest
class KeptPagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Listings listings;

    @Autowired
    ListingSearch search;

    @Autowired
    ListingIndex index;

    @Autowired
    ListingViews views;

    @Autowired
    ListingCounts counts;

    @Autowired
    Employers employers;

    @Autowired
    Newsroom newsroom;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private Board board;
    private EmployerView halden;
    private ListingView listing;
    private String title;

    @BeforeEach
    void everyPageThatShowsAListingIsKept() {
        board = new Board(listings, employers, index, people, clock);
        halden = board.employer("Halden Ridge Systems");
        title = "Quernstone " + board.word;
        board.job(halden, title);
        board.open();
        var found = search.first(ListingQuery.everything(), 20).stream()
                .filter(card -> card.employerSlug().equals(halden.slug()))
                .findFirst()
                .orElseThrow();
        listing = listings.published(found.id()).orElseThrow();
        for (String path : paths()) {
            assertThat(text(get(path))).contains(title);
            assertThat(text(get(path))).contains(title);
        }
    }

    private List<String> paths() {
        return List.of("/", "/jobs?employer=" + halden.slug(), listing.path());
    }

    @Test
    void aListingThatIsClosedIsOnNoneOfThem() {
        listings.close(recruiter(), listing.id(), CloseReason.MISTAKE);

        assertThat(text(get("/"))).doesNotContain(listing.path());
        assertThat(text(get("/jobs?employer=" + halden.slug()))).doesNotContain(listing.path());
        assertThat(get(listing.path())).hasStatus(410);
    }

    @Test
    void aListingThatWasTakenDownIsOnNoneOfThem() {
        var administrator =
                new Viewer(people.administrator().id(), "Robin Test", Set.of(Role.MEMBER, Role.ADMINISTRATOR));
        transaction.executeWithoutResult(status -> listings.takeDown(administrator, listing.id(), "misleading"));

        assertNamedNowhere();
    }

    @Test
    void whatAnEmployerPublishedThatIsNotVerifiedAnyMoreIsOnNoneOfThem() {
        transaction.executeWithoutResult(status -> events.publishEvent(new EmployerNoLongerVerified(halden.id())));

        assertNamedNowhere();
    }

    @Test
    void aListingThatIsOverIsOnNoneOfThem() {
        var untilJustBefore = Duration.between(clock.instant(), requireNonNull(listing.endsAt()))
                .minusSeconds(10);
        clock.advance(untilJustBefore);
        for (String path : paths()) {
            assertThat(get(path)).hasStatusOk();
        }
        clock.advance(Duration.ofSeconds(11));

        assertThat(text(get("/"))).doesNotContain(listing.path());
        assertThat(text(get("/jobs?employer=" + halden.slug()))).doesNotContain(listing.path());
        assertThat(get(listing.path())).hasStatus(410);
    }

    @Test
    void aListingThatIsRevisedReadsAsItIsNow() {
        var now = listing.content();
        listings.revise(
                recruiter(),
                listing.id(),
                listing.version(),
                now.ending(requireNonNull(now.ends()).plusDays(1)));

        var day = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US)
                .format(now.ends().plusDays(1));
        assertThat(text(get(listing.path()))).contains(day);
    }

    @Test
    void whatIsPublishedIsFoundAsSoonAsItIsInTheIndex() {
        board.job(halden, "Basiliskry Engineer");
        board.open();

        assertThat(text(get("/"))).contains("Basiliskry Engineer");
        assertThat(text(get("/jobs?employer=" + halden.slug()))).contains("Basiliskry Engineer");
    }

    @Test
    void aBriefingThatWasWithdrawnIsNotOnTheHomePage() {
        var editor = new Viewer(people.editor().id(), "Robin Test", Set.of(Role.MEMBER, Role.EDITOR));
        var headline = "Basilisks " + board.word;
        var id = newsroom.draft(
                editor, UUID.randomUUID(), Drafts.headed(headline).draft());
        var draft = newsroom.one(id);
        newsroom.publish(editor, id, draft.version(), draft.content());
        assertThat(text(get("/"))).contains(headline);

        newsroom.withdraw(editor, id, "It was wrong.");

        assertThat(text(get("/"))).doesNotContain(headline);
    }

    @Test
    void aMemberSeesTheirOwnPageAndNobodyElseDoes() {
        for (String path : paths()) {
            var mine = browser.get()
                    .uri(URI.create(path))
                    .header("Accept-Encoding", "gzip")
                    .with(people.member())
                    .exchange();

            assertThat(mine.getResponse().getHeader("Content-Encoding")).isNull();
            assertThat(mine.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
            assertThat(plain(mine)).contains("/sign-out");
            assertThat(text(get(path))).doesNotContain("/sign-out");
        }
    }

    @Test
    void whatTheSpillGuardRefusesOrWarnsOfIsNotKept() {
        String marked = "/jobs?q=TOP+SECRET%2F%2FSI%2F%2FNOFORN";

        assertThat(get(marked).getResponse().getHeader("Content-Encoding")).isNull();
        assertThat(get(marked).getResponse().getHeader("Content-Encoding")).isNull();
        assertThat(text(get("/jobs"))).doesNotContain("NOFORN");
    }

    @Test
    void whoReadsAKeptListingIsCountedAndMachinesAreNot() {
        views.writeDown();
        long before = seen();

        get(listing.path());
        get(listing.path());
        browser.get()
                .uri(listing.path())
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "Examplebot/2.1")
                .exchange();
        views.writeDown();

        assertThat(seen()).isEqualTo(before + 2);
    }

    private long seen() {
        return counts.totals(Figure.VIEWS, List.of(listing.id())).getOrDefault(listing.id(), 0L);
    }

    private void assertNamedNowhere() {
        for (String path : paths()) {
            assertThat(text(get(path))).doesNotContain(title).doesNotContain(listing.path());
        }
    }

    private Viewer recruiter() {
        return new Viewer(board.recruiter.id(), "Robin Test", Set.of(Role.MEMBER, Role.RECRUITER));
    }

    private MvcTestResult get(String path) {
        return browser.get()
                .uri(URI.create(path))
                .header("Accept-Encoding", "gzip")
                .exchange();
    }

    /** Only what is kept is compressed where there is no server. */
    private static String text(MvcTestResult result) {
        if (result.getResponse().getStatus() != 200) {
            return plain(result);
        }
        assertThat(result.getResponse().getHeader("Content-Encoding")).isEqualTo("gzip");
        try (var gzip = new GZIPInputStream(
                new ByteArrayInputStream(result.getResponse().getContentAsByteArray()))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String plain(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
