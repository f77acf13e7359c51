package net.gatepost.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.candidate.CandidatePage.Audience;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.Investigation;
import net.gatepost.clearance.Polygraph;
import net.gatepost.clearance.PolygraphExam;
import net.gatepost.web.NotFound;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.hibernate.Session;
import org.hibernate.SessionEventListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class CandidatesTest {

    private static final Work WORK =
            new Work("Engineer", "Acme", "Austin, TX", YearMonth.of(2019, 4), YearMonth.of(2024, 2), "Radar");

    private static final Clearance TOP_SECRET = Clearance.lastUsed(YearMonth.of(2026, 3), "us.top-secret", Access.SCI)
            .grantedIn(YearMonth.of(2020, 7))
            .withPolygraph(new PolygraphExam(Polygraph.CI, YearMonth.of(2021, 5), "Secret Agency"))
            .withInvestigation(new Investigation("us.t5", YearMonth.of(2020, 6), true));

    @Autowired
    Candidates candidates;

    @Autowired
    CandidatePages pages;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @Autowired
    EntityManager persistence;

    @Autowired
    TransactionTemplate transactions;

    Viewer casey;

    @BeforeEach
    void aMember() {
        casey = viewer();
    }

    private Viewer viewer() {
        return new Viewer(people.member().id(), "Casey Moreno", Set.of(Role.MEMBER));
    }

    @Test
    void whoHasSaidNothingHasAnEmptyProfileAndMissesEverything() {
        assertThat(candidates.profileOf(casey)).isEqualTo(CandidateProfile.EMPTY);
        assertThat(candidates.missing(casey)).containsExactly(Missing.values());
    }

    @Test
    void whatIsSaidIsKeptAndSealed() {
        candidates.add(casey, Section.CLEARANCES, UUID.randomUUID(), TOP_SECRET);
        candidates.add(casey, Section.WORK, UUID.randomUUID(), WORK);
        candidates.add(
                casey, Section.SERVICE, UUID.randomUUID(), new MilitaryService(Branch.US_NAVY, "IT", 2010, 2015));
        candidates.add(casey, Section.EDUCATION, UUID.randomUUID(), new Education("MIT", "BSc", null, 2009));
        candidates.add(
                casey,
                Section.CERTIFICATIONS,
                UUID.randomUUID(),
                new Certification("cissp", null, YearMonth.of(2020, 1), null));
        var basics = new Basics("Signals engineer", "Radar", List.of("Java", "DSP"));
        candidates.change(casey, 0, basics);

        var profile = candidates.profileOf(casey);
        assertThat(profile.visibility()).isEqualTo(Visibility.SEALED);
        assertThat(profile.basics()).isEqualTo(basics);
        assertThat(profile.clearances()).containsExactly(TOP_SECRET);
        assertThat(profile.rows(Section.WORK)).extracting(Row::content).containsExactly(WORK);
        assertThat(profile.rows(Section.SERVICE)).hasSize(1);
        assertThat(profile.rows(Section.EDUCATION)).hasSize(1);
        assertThat(profile.rows(Section.CERTIFICATIONS)).hasSize(1);
        assertThat(candidates.missing(casey))
                .containsExactly(Missing.CITIZENSHIP, Missing.PLACES, Missing.AVAILABILITY, Missing.PHONE);
    }

    @Test
    void anEntryPostedTwiceIsAddedOnce() {
        var key = UUID.randomUUID();
        candidates.add(casey, Section.WORK, key, WORK);
        candidates.add(casey, Section.WORK, key, WORK);
        assertThat(candidates.profileOf(casey).rows(Section.WORK)).hasSize(1);
    }

    @Test
    void postsAtOnceBeginOneProfileAndAddOneEntry() throws Exception {
        var key = UUID.randomUUID();
        Callable<Void> post = () -> {
            candidates.add(casey, Section.WORK, key, WORK);
            return null;
        };
        atOnce(8, post);
        assertThat(candidates.profileOf(casey).rows(Section.WORK)).hasSize(1);
    }

    @Test
    void postsAtOnceDoNotOverfillASection() throws Exception {
        var several = Executors.newFixedThreadPool(8);
        try {
            var posts = IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            candidates.add(casey, Section.CLEARANCES, UUID.randomUUID(), TOP_SECRET);
                            return true;
                        } catch (SectionFull full) {
                            return false;
                        }
                    })
                    .toList();
            int added = 0;
            for (var post : several.invokeAll(posts)) {
                added += post.get() ? 1 : 0;
            }
            assertThat(added).isEqualTo(10);
        } finally {
            several.shutdownNow();
        }
        assertThat(candidates.profileOf(casey).clearances()).hasSize(10);
    }

    private static void atOnce(int times, Callable<Void> post) throws Exception {
        var several = Executors.newFixedThreadPool(times);
        try {
            for (var answer :
                    several.invokeAll(Stream.generate(() -> post).limit(times).toList())) {
                answer.get();
            }
        } finally {
            several.shutdownNow();
        }
    }

    @Test
    void eachSectionHasItsLimit() {
        assertThat(Section.ALL).extracting(Section::most).containsExactly(10, 30, 30, 10, 10);
        for (int i = 0; i < 10; i++) {
            candidates.add(casey, Section.EDUCATION, UUID.randomUUID(), new Education("MIT", "BSc " + i, null, null));
        }
        assertThatThrownBy(() -> candidates.add(
                        casey, Section.EDUCATION, UUID.randomUUID(), new Education("MIT", "BSc", null, null)))
                .isInstanceOf(SectionFull.class);
        candidates.add(casey, Section.WORK, UUID.randomUUID(), WORK);
    }

    @Test
    void anEntryIsFoundByItsOwnerInItsSectionAlone() {
        var row = added();
        assertThat(candidates.row(casey, Section.WORK, row.id()).content()).isEqualTo(WORK);

        var other = viewer();
        assertThatThrownBy(() -> candidates.row(other, Section.WORK, row.id())).isInstanceOf(NotFound.class);
        candidates.add(other, Section.WORK, UUID.randomUUID(), WORK);
        assertThatThrownBy(() -> candidates.row(other, Section.WORK, row.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> candidates.change(other, Section.WORK, row.id(), 0, WORK))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> candidates.remove(other, Section.WORK, row.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> candidates.row(casey, Section.CLEARANCES, row.id()))
                .isInstanceOf(NotFound.class);
        assertThat(candidates.profileOf(casey).rows(Section.WORK)).containsExactly(row);
    }

    @Test
    void aStaleChangeIsRefusedAndARepeatedOneIsNot() {
        var row = added();
        var promoted = new Work("Lead", "Acme", null, YearMonth.of(2019, 4), null, null);
        candidates.change(casey, Section.WORK, row.id(), row.version(), promoted);
        candidates.change(casey, Section.WORK, row.id(), row.version(), promoted);
        assertThatThrownBy(() -> candidates.change(casey, Section.WORK, row.id(), row.version(), WORK))
                .isInstanceOf(Stale.class);
        assertThat(candidates.row(casey, Section.WORK, row.id()).content()).isEqualTo(promoted);
    }

    @Test
    void aStalePartIsRefusedUnlessThereIsNothingToLose() {
        candidates.change(casey, -1, new Basics("First", null, List.of()));
        // The version has moved on, but nothing was said of plans yet.
        candidates.change(casey, -1, new Plans(List.of(), Relocation.ABROAD, null));
        assertThatThrownBy(() -> candidates.change(casey, -1, new Basics("Second", null, List.of())))
                .isInstanceOf(Stale.class);
        assertThat(candidates.profileOf(casey).basics().headline()).isEqualTo("First");
    }

    @Test
    void aRemovedEntryIsGone() {
        var row = added();
        candidates.remove(casey, Section.WORK, row.id());
        assertThat(candidates.profileOf(casey).rows(Section.WORK)).isEmpty();
        assertThat(count("candidate_work", row.id())).isZero();
        assertThatThrownBy(() -> candidates.remove(casey, Section.WORK, row.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aDeletedProfileLeavesNothingAndNobodyElsesIsTouched() {
        var row = added();
        candidates.change(casey, 0, new Basics("First", null, List.of("Java")));
        candidates.change(casey, 1, new Plans(List.of(new WantedPlace("us-md-x", "X, MD")), null, null));
        var other = viewer();
        candidates.add(other, Section.WORK, UUID.randomUUID(), WORK);

        candidates.delete(casey);
        candidates.delete(casey);

        assertThat(candidates.profileOf(casey)).isEqualTo(CandidateProfile.EMPTY);
        assertThat(count("candidate_row", row.id())).isZero();
        assertThat(candidates.profileOf(other).rows(Section.WORK)).hasSize(1);
    }

    @Test
    void aProfileIsReadInAsManyStatementsWhateverItHolds() {
        candidates.add(casey, Section.WORK, UUID.randomUUID(), WORK);
        long few = statements(() -> candidates.profileOf(casey));
        for (int i = 0; i < 9; i++) {
            candidates.add(casey, Section.WORK, UUID.randomUUID(), WORK);
            candidates.add(casey, Section.CLEARANCES, UUID.randomUUID(), TOP_SECRET);
            candidates.add(casey, Section.EDUCATION, UUID.randomUUID(), new Education("MIT", "BSc", null, null));
        }
        candidates.change(casey, 0, new Basics(null, null, List.of("Java", "DSP", "Radar")));
        assertThat(statements(() -> candidates.profileOf(casey))).isEqualTo(few).isBetween(1L, 4L);
    }

    /** The statements of the reading itself: the scheduler and the index work on at the same time in threads of their own. */
    private long statements(Runnable reading) {
        var count = new AtomicLong();
        transactions.executeWithoutResult(status -> {
            persistence.unwrap(Session.class).addEventListeners(new SessionEventListener() {
                @Override
                public void jdbcPrepareStatementStart() {
                    count.incrementAndGet();
                }
            });
            reading.run();
        });
        return count.get();
    }

    @Test
    void aMaskedPageSaysNothingThatTellsWhoItIsOrWhen() {
        candidates.add(casey, Section.CLEARANCES, UUID.randomUUID(), TOP_SECRET);
        candidates.add(casey, Section.WORK, UUID.randomUUID(), WORK);
        candidates.add(
                casey,
                Section.WORK,
                UUID.randomUUID(),
                new Work("Engineer at Zenith", "Zenith LLC", "Tulsa, OK", YearMonth.of(2025, 1), null, "For Zenith"));
        candidates.add(casey, Section.EDUCATION, UUID.randomUUID(), new Education("Miskatonic", "BSc", null, 2009));
        candidates.add(
                casey, Section.SERVICE, UUID.randomUUID(), new MilitaryService(Branch.US_NAVY, null, 2001, 2008));
        candidates.change(
                casey,
                0,
                new Basics("Casey, engineer", "I am Casey Moreno, casey@mail.example, at Acme", List.of("Acme tools")));
        candidates.change(casey, 1, new Personal("US", null, "+1 410 555 0100", "ACME Corp.", "acme.example"));

        String open = words(Audience.OPEN);
        assertThat(open)
                .contains("Casey Moreno", "+1 410 555 0100", "ACME Corp.", "Zenith LLC", "April 2019", "July 2020")
                .contains("Current until March 2028 under the 24-month rule.", "Miskatonic", "Secret Agency");
        String masked = words(Audience.MASKED);
        assertThat(masked)
                .contains("Top Secret, SCI", "By the 24-month rule.", "Current employer, not shown", "US Navy", "CI")
                .doesNotContainIgnoringCase(
                        "Casey",
                        "Moreno",
                        "555",
                        "mail.example",
                        "acme",
                        "Zenith",
                        "Miskatonic",
                        "Agency",
                        "Tulsa",
                        "Austin")
                .doesNotContainPattern("\\b(?:19|20)\\d\\d\\b");
        assertThat(pages.page(candidates.profileOf(casey), "Casey Moreno", Audience.MASKED)
                        .parts())
                .flatExtracting(CandidatePage.Part::items)
                .extracting(CandidatePage.Item::id)
                .containsOnlyNulls();
    }

    /** Everything that a template can reach. */
    private String words(Audience audience) {
        var page = pages.page(candidates.profileOf(casey), "Casey Moreno", audience);
        var words = new StringBuilder();
        words.append(page.name())
                .append('|')
                .append(page.headline())
                .append('|')
                .append(page.summaryHtml())
                .append(page.skills());
        page.facts()
                .forEach(fact -> words.append(fact.label())
                        .append('=')
                        .append(fact.value())
                        .append('|'));
        for (var part : page.parts()) {
            for (var item : part.items()) {
                words.append(item.title()).append('|').append(item.html()).append('|');
                item.facts()
                        .forEach(fact -> words.append(fact.label())
                                .append('=')
                                .append(fact.value())
                                .append('|'));
                var standing = item.standing();
                if (standing != null) {
                    words.append(standing.state()).append(standing.words()).append('|');
                }
            }
        }
        return words.toString();
    }

    @Test
    void nothingOfAProfileIsInWhatALogWouldPrint() {
        var row = added();
        candidates.change(casey, 0, new Personal("US", null, "+1 410 555 0100", "Acme", "acme.example"));
        candidates.change(casey, 1, new Basics("Acme", "Acme", List.of("Acme")));
        var profile = candidates.profileOf(casey);
        var page = pages.page(profile, "Casey Moreno", Audience.OPEN);
        var shown = List.of(
                profile,
                profile.basics(),
                profile.plans(),
                profile.personal(),
                row,
                row.content(),
                page,
                page.facts(),
                page.parts(),
                new WorkRow(UUID.randomUUID(), UUID.randomUUID(), WORK),
                new Certification(null, "Acme", null, null),
                new Education("Acme", "Acme", "Acme", 2020),
                new MilitaryService(Branch.OTHER, "Acme", 2000, null),
                new WantedPlace("Acme", "Acme"));
        assertThat(shown)
                .allSatisfy(thing -> assertThat(thing.toString())
                        .doesNotContainIgnoringCase("Acme", "555 0100", "Casey", "Engineer"));
    }

    private Row<Work> added() {
        candidates.add(casey, Section.WORK, UUID.randomUUID(), WORK);
        return candidates.profileOf(casey).rows(Section.WORK).get(0);
    }

    private int count(String table, UUID id) {
        Integer found = database.queryForObject("select count(*) from " + table + " where id = ?", Integer.class, id);
        return found == null ? -1 : found;
    }
}
