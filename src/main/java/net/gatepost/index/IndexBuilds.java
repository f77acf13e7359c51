package net.gatepost.index;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hibernate.search.mapper.orm.Search;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Builds indexes from the database: where one is missing when the site starts, and where its building was begun and never finished,
 * by whichever process. Meanwhile a search finds what is in it so far, and its page says so.
 */
@Component
public class IndexBuilds implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(IndexBuilds.class);

    private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);
    private static final Duration END_WITHIN = Duration.ofSeconds(10);
    private static final long PROGRESS = 10_000;

    /** So that a page that is shown often asks the database seldom. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(2);

    private static final String ALL = "all";

    private final EntityManagerFactory entityManagers;
    private final Map<String, IndexContents> all;
    private final BuildClaims claims;
    private final IndexCheck check;
    private final JdbcClient database;
    private final Clock clock;
    private final ExecutorService builders;
    private final Cache<String, Map<String, IndexProgress>> known =
            Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).build();

    IndexBuilds(
            EntityManagerFactory entityManagers,
            List<IndexContents> all,
            BuildClaims claims,
            IndexCheck check,
            JdbcClient database,
            Clock clock) {
        this.entityManagers = entityManagers;
        this.all = all.stream().collect(toMap(IndexContents::entity, identity()));
        this.claims = claims;
        this.check = check;
        this.database = database;
        this.clock = clock;
        var threads = new CustomizableThreadFactory("index-build-");
        threads.setDaemon(true);
        this.builders = Executors.newCachedThreadPool(threads);
    }

    /** Not in a command, which would end in the middle of it. */
    @EventListener(classes = ApplicationReadyEvent.class, condition = "@environment.matchesProfiles('!command')")
    void buildWhatIsMissing() {
        all.values().forEach(contents -> {
            if (indexed(contents) == 0) {
                buildWhereMissing(contents);
            } else {
                // The site is not kept waiting for how many rows a table has, which takes a minute of a million.
                beside(contents, () -> buildWhereMissing(contents));
            }
        });
    }

    private void beside(IndexContents contents, Runnable task) {
        builders.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                if (builders.isShutdown()) {
                    log.info("The search index of {} is left to the next start", contents.entity());
                } else {
                    log.error(
                            "The search index of {} could not be looked at or built; what was begun is tried again",
                            contents.entity(),
                            failure);
                }
            }
        });
    }

    /** What another process, or this one, has begun and does no more. */
    void takeOver() {
        claims.unfinished().stream()
                .filter(build -> !build.isClaimed(clock.instant()))
                .map(build -> all.get(build.index()))
                .filter(Objects::nonNull)
                .forEach(this::buildWhereMissing);
    }

    private void buildWhereMissing(IndexContents contents) {
        // Looked at first: if another process has built it meanwhile, it is not begun again.
        var last = claims.last(contents.entity());
        boolean isBegun = last.isPresent() && !last.get().isFinished();
        if (isBegun || lacksMost(contents)) {
            claims.begin(contents.entity(), last)
                    .ifPresent(builder -> beside(contents, () -> build(contents, builder)));
        } else if (last.isEmpty()) {
            claims.takeAsItIs(contents.entity());
        }
    }

    /** And not only whether it is empty: a change may have come to it already. */
    private boolean lacksMost(IndexContents contents) {
        long should = database.sql("select count(*) from " + contents.table() + " where " + contents.shouldBe())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return should > 0 && 2 * indexed(contents) < should;
    }

    private long indexed(IndexContents contents) {
        try (var reading = entityManagers.createEntityManager()) {
            var scope = Search.mapping(entityManagers).scope(Object.class, contents.entity());
            return Search.session(reading)
                    .search(scope)
                    .where(values -> values.matchAll())
                    .fetchTotalHitCount();
        }
    }

    /** Builds all of them afresh, one after the other. */
    public void rebuild() {
        all.keySet().forEach(this::rebuild);
    }

    /**
     * Builds an index afresh and waits for it; first for whoever is at it, or was killed at it.
     *
     * @throws CompletionException if it could not be built, or the site ends before it is
     */
    public void rebuild(String entity) {
        var builder = claims.begin(entity, claims.last(entity));
        while (builder.isEmpty()) {
            pause();
            builder = claims.begin(entity, claims.last(entity));
        }
        var contents = requireNonNull(all.get(entity));
        String claimed = builder.get();
        // By a thread that the end of the site waits for.
        CompletableFuture.runAsync(() -> build(contents, claimed), builders).join();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_RENEWALS.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("waiting for the search index was interrupted", stopped);
        }
    }

    private void build(IndexContents contents, String builder) {
        known.invalidateAll();
        var run = new BuildRun(builders::isShutdown);
        var work = Search.mapping(entityManagers)
                .scope(Object.class, contents.entity())
                .massIndexer()
                .threadsToLoadObjects(Math.max(1, Runtime.getRuntime().availableProcessors() - 1))
                .batchSizeToLoadObjects(200)
                .idFetchSize(2_000)
                .monitor(run)
                .failureHandler(run)
                .start()
                .toCompletableFuture();
        try {
            waitFor(work, contents.entity(), builder, run);
            for (UUID id : run.leftOut()) {
                renew(contents.entity(), builder, run);
                lookAgainAt(contents, id);
            }
            claims.finish(contents.entity(), builder);
            log.info("Search index of {} built from {}", contents.entity(), run.read());
        } catch (InterruptedException stopped) {
            work.cancel(true);
            claims.giveUp(contents.entity(), builder, Duration.ZERO);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("building the search index was interrupted", stopped);
        } catch (ExecutionException failure) {
            claims.giveUp(contents.entity(), builder, AFTER_FAILURE);
            throw new IllegalStateException("building the search index failed", failure.getCause());
        } finally {
            work.cancel(true);
            known.invalidateAll();
        }
    }

    private void waitFor(CompletableFuture<?> work, String index, String builder, BuildRun run)
            throws InterruptedException, ExecutionException {
        long told = 0;
        while (!isDone(work, run)) {
            renew(index, builder, run);
            if (told / PROGRESS != run.read() / PROGRESS) {
                told = run.read();
                log.info("Search index of {}: {} of {}", index, told, run.total());
            }
        }
    }

    private static boolean isDone(CompletableFuture<?> work, BuildRun run)
            throws InterruptedException, ExecutionException {
        try {
            work.get(BETWEEN_RENEWALS.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failure) {
            if (!run.isWholeButForFew()) {
                throw failure;
            }
            return true;
        }
    }

    private void renew(String index, String builder, BuildRun run) {
        if (!claims.renew(index, builder, run.read(), run.total())) {
            throw new IllegalStateException("another process builds the search index of " + index);
        }
    }

    /** One by one, so that one that nobody can read keeps no other from being found, nor has all be built again. */
    private void lookAgainAt(IndexContents contents, UUID id) {
        try {
            check.lookAgainAt(contents, List.of(id));
        } catch (RuntimeException failure) {
            if (builders.isShutdown() || failure instanceof TransactionException) {
                throw failure;
            }
            log.error("{} {} cannot be brought into the search index", contents.entity(), id, failure);
        }
    }

    /** How far the building of an index is, where one is under way; some seconds old. */
    public Optional<IndexProgress> underway(String entity) {
        // Not computed within the cache: while the database is away, each would wait for the one before.
        var progress = known.getIfPresent(ALL);
        if (progress == null) {
            progress = claims.unfinished().stream()
                    .map(build -> new IndexProgress(build.index(), build.read(), build.total()))
                    .collect(toMap(IndexProgress::index, identity()));
            known.put(ALL, progress);
        }
        return Optional.ofNullable(progress.get(entity));
    }

    /** Leaves what is being built to the next start. */
    @Override
    public void destroy() throws InterruptedException {
        builders.shutdownNow();
        if (!builders.awaitTermination(END_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            log.warn("An index is still being built");
        }
    }
}
