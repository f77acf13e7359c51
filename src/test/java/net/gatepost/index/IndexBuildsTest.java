package net.gatepost.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.employer.Employers;
import net.gatepost.job.Listings;
import net.gatepost.job.search.Board;
import net.gatepost.job.search.ListingIndex;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.search.mapper.orm.Search;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An index is built by one process at a time, to its end whatever is killed, and its pages say so meanwhile. */
@ModuleTest
@ExtendWith(OutputCaptureExtension.class)
class IndexBuildsTest {

    private static final String LISTING = "Listing";

    @Autowired
    IndexBuilds builds;

    @Autowired
    BuildClaims claims;

    @Autowired
    IndexCheck check;

    @Autowired
    List<IndexContents> all;

    @Autowired
    EntityManagerFactory entityManagers;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @Autowired
    Listings listings;

    @Autowired
    Employers employers;

    @Autowired
    ListingIndex index;

    @Autowired
    People people;

    @Autowired
    MockMvcTester browser;

    private Board board;

    @BeforeEach
    void twoListingsThatAreFound() {
        board = new Board(listings, employers, index, people, clock);
        var employer = board.employer("Company of the builds");
        board.job(employer, "One");
        board.job(employer, "Two");
        board.open();
        assertThat(missing()).isZero();
    }

    @AfterEach
    void nothingIsLeftUnderway() {
        claims.unfinished().forEach(build -> claims.finish(build.index(), build.builder()));
    }

    /** As a process leaves it that was killed after its first listing. */
    private void loseAllButOne() {
        emptyIndex();
        var first = database.sql("select id from listing where status = 'LIVE' limit 1")
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
        check.lookAgainAt(contents(), List.of(first));
        await().until(() -> check.waiting() == 0);
        assertThat(missing()).isPositive();
    }

    private void emptyIndex() {
        var scope = Search.mapping(entityManagers).scope(Object.class, LISTING);
        scope.workspace().purge();
        scope.workspace().refresh();
    }

    private IndexBuilds another() {
        return new IndexBuilds(entityManagers, all, claims, check, database, clock);
    }

    private String beginElsewhere() {
        return claims.begin(LISTING, claims.last(LISTING)).orElseThrow();
    }

    private IndexContents contents() {
        return all.stream()
                .filter(each -> each.entity().equals(LISTING))
                .findFirst()
                .orElseThrow();
    }

    private long missing() {
        var tally = new IndexCheck.Tally();
        check.missing(contents(), tally::add);
        return tally.count();
    }

    private boolean isFinished() {
        return claims.last(LISTING).orElseThrow().isFinished();
    }

    @Test
    void anIndexThatIsAsItShouldBeIsLeftAlone() {
        var before = claims.last(LISTING);

        builds.buildWhatIsMissing();
        builds.takeOver();

        assertThat(claims.last(LISTING)).isEqualTo(before);
        assertThat(claims.last("Briefing").orElseThrow().isFinished()).isTrue();
    }

    @Test
    void anIndexWhoseFolderWasDeletedIsBuiltAtTheNextStart() {
        emptyIndex();

        builds.buildWhatIsMissing();

        await().untilAsserted(() -> assertThat(missing()).isZero());
        await().until(this::isFinished);
    }

    @Test
    void aBuildingThatWasKilledIsFinishedByTheNextStart() {
        beginElsewhere();
        loseAllButOne();
        clock.advance(BuildClaims.GOOD_FOR.plusSeconds(1));

        builds.buildWhatIsMissing();

        await().untilAsserted(() -> assertThat(missing()).isZero());
        await().until(this::isFinished);
    }

    @Test
    void aBuildingThatWasKilledWhileTheClockRanAheadIsFinishedOnceItIsRight() {
        clock.advance(Duration.ofDays(400));
        beginElsewhere();
        clock.advance(Duration.ofDays(-400));
        loseAllButOne();

        builds.takeOver();

        await().untilAsserted(() -> assertThat(missing()).isZero());
        await().until(this::isFinished);
    }

    @Test
    void aStartRightAfterTheKillWaitsUntilTheClaimOfTheKilledHasRunOut() {
        String killed = beginElsewhere();
        loseAllButOne();

        builds.buildWhatIsMissing();
        builds.takeOver();
        assertThat(claims.last(LISTING).orElseThrow().builder()).isEqualTo(killed);
        assertThat(missing()).isPositive();

        clock.advance(BuildClaims.GOOD_FOR.plusSeconds(1));
        builds.takeOver();
        await().untilAsserted(() -> assertThat(missing()).isZero());
        await().until(this::isFinished);
    }

    @Test
    void severalThatStartAtOnceBuildOnce(CapturedOutput log) throws Exception {
        emptyIndex();
        int before = built(log);
        int processes = 4;
        List<IndexBuilds> started = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            started.add(another());
        }

        atOnce(started.stream()
                .<Callable<Boolean>>map(each -> () -> {
                    each.buildWhatIsMissing();
                    return true;
                })
                .toList());

        await().until(this::isFinished);
        assertThat(missing()).isZero();
        for (var each : started) {
            each.destroy();
        }
        assertThat(built(log)).isEqualTo(before + 1);
    }

    private static int built(CapturedOutput log) {
        return log.toString().split("Search index of Listing built", -1).length;
    }

    @Test
    void theDatabaseLetsOneOfManyBegin() throws Exception {
        var last = claims.last(LISTING);
        for (String index : List.of(LISTING, "never built")) {
            Optional<BuildClaims.Build> seen = index.equals(LISTING) ? last : Optional.empty();
            List<Optional<String>> begun = atOnce(Collections.nCopies(8, () -> claims.begin(index, seen)));

            assertThat(begun.stream().flatMap(Optional::stream)).hasSize(1);
        }
        database.sql("delete from index_build where name = 'never built'").update();
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> tasks) throws Exception {
        var barrier = new CyclicBarrier(tasks.size());
        var threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (var each : threads.invokeAll(tasks.stream()
                    .<Callable<T>>map(task -> () -> {
                        barrier.await();
                        return task.call();
                    })
                    .toList())) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whoLookedBeforeAnotherHadBuiltItDoesNotBuildItAgain() {
        var seen = claims.last(LISTING);
        claims.finish(LISTING, beginElsewhere());

        assertThat(claims.begin(LISTING, seen)).isEmpty();
    }

    @Test
    void whoHasLostItsClaimKnowsWithTheNextRenewal() {
        String stalled = beginElsewhere();
        assertThat(claims.renew(LISTING, stalled, 1, 2)).isTrue();
        clock.advance(BuildClaims.GOOD_FOR.plusSeconds(1));
        String other = beginElsewhere();

        assertThat(claims.renew(LISTING, stalled, 2, 2)).isFalse();
        claims.finish(LISTING, stalled);
        assertThat(isFinished()).isFalse();
        assertThat(claims.renew(LISTING, other, 1, 2)).isTrue();
    }

    @Test
    void whoWantsItBuiltWaitsForWhoeverIsAtItOrWasKilledAtIt() throws Exception {
        String killed = beginElsewhere();

        var wanted = CompletableFuture.runAsync(index::rebuild);
        Thread.sleep(100);
        assertThat(claims.last(LISTING).orElseThrow().builder()).isEqualTo(killed);

        clock.advance(BuildClaims.GOOD_FOR.plusSeconds(1));
        wanted.get(20, TimeUnit.SECONDS);
        assertThat(isFinished()).isTrue();
    }

    @Test
    void whatFailedIsTriedAgainAfterAWhile() {
        String failed = beginElsewhere();
        claims.giveUp(LISTING, failed, Duration.ofMinutes(5));

        clock.advance(Duration.ofMinutes(4));
        assertThat(claims.begin(LISTING, claims.last(LISTING))).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(claims.begin(LISTING, claims.last(LISTING))).isPresent();
    }

    @Test
    void aBuildingThatCouldNotReadWhatToBuildFromIsNotTakenForFinished() {
        database.sql("alter table listing rename to listing_that_is_away").update();
        try {
            assertThatThrownBy(() -> builds.rebuild(LISTING)).hasMessageContaining("failed");
        } finally {
            database.sql("alter table listing_that_is_away rename to listing").update();
        }

        assertThat(isFinished()).isFalse();
        clock.advance(Duration.ofMinutes(6));
        builds.takeOver();
        await().until(this::isFinished);
        assertThat(missing()).isZero();
    }

    @Test
    void oneThatCannotBeReadKeepsNoOtherFromBeingFound(CapturedOutput log) {
        var unreadable = database.sql(
                        "select id from listing where " + contents().shouldBe() + " limit 1")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
        try (var reading = whenRead(id -> {
            if (id.equals(unreadable)) {
                throw new IllegalStateException("unreadable");
            }
        })) {
            builds.rebuild(LISTING);
            await().until(() -> check.waiting() == 0);
        }

        assertThat(isFinished()).isTrue();
        assertThat(missing()).isEqualTo(1);
        assertThat(log).contains("Listing " + unreadable + " cannot be brought into the search index");
        builds.rebuild(LISTING);
        assertThat(missing()).isZero();
    }

    @Test
    void whatTheEndOfTheSiteBreaksOffIsLeftToTheNextStartWithoutAnError(CapturedOutput log) throws Exception {
        var isReading = new CountDownLatch(1);
        var hasEnded = new CountDownLatch(1);
        var ending = another();
        try (var reading = whenRead(id -> {
            isReading.countDown();
            awaitUninterruptibly(hasEnded);
            throw new IllegalStateException("EntityManagerFactory is closed");
        })) {
            var built = CompletableFuture.runAsync(() -> ending.rebuild(LISTING));
            assertThat(isReading.await(20, TimeUnit.SECONDS)).isTrue();
            int before = errors(log);

            ending.destroy();
            hasEnded.countDown();

            assertThat(built).failsWithin(Duration.ofSeconds(20));
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().contains("Mass indexing")));
            assertThat(isFinished()).isFalse();
            assertThat(errors(log)).isEqualTo(before);
        }
        builds.takeOver();
        await().until(this::isFinished);
        assertThat(missing()).isZero();
    }

    private static int errors(CapturedOutput log) {
        return log.toString().split(" ERROR ", -1).length;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean isInterrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException notYet) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Calls back with each listing that is read, until it is closed. */
    private Reading whenRead(Consumer<UUID> callback) {
        var listeners = entityManagers
                .unwrap(SessionFactoryImplementor.class)
                .getEventEngine()
                .getListenerRegistry()
                .getEventListenerGroup(EventType.POST_LOAD);
        if (StreamSupport.stream(listeners.listeners().spliterator(), false).noneMatch(READING::equals)) {
            listeners.appendListener(READING);
        }
        READING.callback = callback;
        return READING;
    }

    /** One for all, since Hibernate takes no second of a kind. */
    private static final Reading READING = new Reading();

    private static final class Reading implements PostLoadEventListener, AutoCloseable {

        private volatile Consumer<UUID> callback = id -> {};

        @Override
        public void onPostLoad(PostLoadEvent event) {
            if (event.getPersister().getEntityName().endsWith("." + LISTING)) {
                callback.accept((UUID) event.getId());
            }
        }

        @Override
        public void close() {
            callback = id -> {};
        }
    }

    @Test
    void pagesSayThatSearchIsBeingRebuiltAndHowFarItIsUntilItIsDone() {
        for (String path : List.of("/jobs", "/")) {
            assertThat(notices(path)).doesNotContain("rebuilt");
            assertThat(notices(path)).as("kept").doesNotContain("rebuilt");
        }
        String builder = beginElsewhere();
        claims.renew(LISTING, builder, 40_000, 100_000);

        for (String path : List.of("/jobs", "/")) {
            await().untilAsserted(() -> assertThat(notices(path))
                    .contains("Search is being rebuilt: 40,000 of 100,000 listings so far. Until it is done"));
            assertThat(notices(path)).as("kept").contains("40,000 of 100,000");
        }

        claims.finish(LISTING, builder);
        for (String path : List.of("/jobs", "/")) {
            await().atMost(Duration.ofSeconds(4))
                    .untilAsserted(() -> assertThat(notices(path)).doesNotContain("rebuilt"));
        }
    }

    @Test
    void aPageSaysSoBeforeItIsCountedHowManyThereAre() {
        beginElsewhere();

        await().untilAsserted(() -> assertThat(notices("/jobs"))
                .contains("Search is being rebuilt. Until it is done, some listings are missing here."));
    }

    @Test
    void theSearchesOfBriefingsAndCandidatesSayHowFarTheyAreAndNotOfHowMany() {
        for (String other : List.of("Briefing", "Profile")) {
            String builder = claims.begin(other, claims.last(other)).orElseThrow();
            claims.renew(other, builder, 7, 10);
        }
        await().untilAsserted(() -> assertThat(notices("/briefings?q=budget"))
                .contains("Search is being rebuilt: 70% so far. Until it is done, some briefings are missing here."));
        var found = browser.get().uri("/hire/candidates").with(board.recruiter).exchange();
        assertThat(found).hasStatusOk().bodyText().contains("Search is being rebuilt: 70% so far.");
    }

    /** As anybody's browser asks, whose page may be kept. */
    private String notices(String path) {
        var answer = browser.get().uri(path).header("Accept-Encoding", "gzip").exchange();
        assertThat(answer).hasStatusOk();
        byte[] body = answer.getResponse().getContentAsByteArray();
        boolean isCompressed = answer.getResponse().getHeader("Content-Encoding") != null;
        try (var stream =
                isCompressed ? new GZIPInputStream(new ByteArrayInputStream(body)) : new ByteArrayInputStream(body)) {
            return Jsoup.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .select(".notice")
                    .text();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
