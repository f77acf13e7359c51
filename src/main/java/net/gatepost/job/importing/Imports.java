package net.gatepost.job.importing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.employer.Employers;
import net.gatepost.fetch.Fetcher;
import net.gatepost.web.LongestPause;
import net.gatepost.web.NotFound;
import net.gatepost.web.SpillRefused;
import net.gatepost.web.Upload;
import net.gatepost.web.Viewer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What a recruiter does with imports: sending a feed, having one fetched, and reading what became of it. */
@Service
class Imports {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("listing-import");
    static final int PAGE_SIZE = 10;
    static final int ROWS_A_PAGE = 100;
    static final List<Integer> EVERY_HOURS = List.of(1, 6, 12, 24);

    private static final String SUBJECT = "import";
    private static final int SOURCES_AT_ONCE = 100;

    /** Of a file that was sent: it is in memory, and looked through in seconds. */
    private static final Duration LONGEST_READING = Duration.ofMinutes(15);

    private final ImportRunRepository runs;
    private final ImportSourceRepository sources;
    private final ImportRows rows;
    private final Intake intake;
    private final ImportRunner runner;
    private final Employers employers;
    private final SchedulerClient waitingWork;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    Imports(
            ImportRunRepository runs,
            ImportSourceRepository sources,
            ImportRows rows,
            Intake intake,
            ImportRunner runner,
            Employers employers,
            SchedulerClient waitingWork,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.runs = runs;
        this.sources = sources;
        this.rows = rows;
        this.intake = intake;
        this.runner = runner;
        this.employers = employers;
        this.waitingWork = waitingWork;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** A run with what has become of its rows so far. */
    record Known(ImportRun run, Map<Outcome, Long> counts) {

        long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        long of(Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }
    }

    /**
     * Looks a file through and has its rows handled.
     *
     * @param full whether what it does not name is to be closed
     * @return the run
     * @throws ImportRefused when another one is under way
     * @throws FeedUnreadable when it is no feed; nothing is done
     * @throws SpillRefused when its name is marked
     */
    UUID send(Viewer viewer, UUID employerId, Upload file, boolean full) throws FeedUnreadable {
        employers.requireActingFor(viewer, employerId);
        var run = begin(new ImportRun(employerId, viewer.id(), null, file.name(), full, clock.instant()));
        boolean taken = false;
        try {
            intake.take(run.id(), parts -> file.split(FeedReader::read, parts));
            transaction.executeWithoutResult(status -> {
                runs.lock(run.id()).orElseThrow(NotFound::new).apply();
                audit.record(viewer.id(), "import.sent", SUBJECT, run.id(), "for employer " + employerId);
                schedule(run.id());
            });
            taken = true;
            return run.id();
        } catch (IOException unreadable) {
            throw new FeedUnreadable("import.unreadable.gzip");
        } finally {
            if (!taken) {
                transaction.executeWithoutResult(status -> runs.deleteById(run.id()));
            }
        }
    }

    private ImportRun begin(ImportRun run) {
        try {
            return transaction.execute(status -> runs.saveAndFlush(run));
        } catch (DataIntegrityViolationException another) {
            throw new ImportRefused("import.refused.under-way");
        }
    }

    private void schedule(UUID runId) {
        waitingWork.scheduleIfNotExists(TASK.instance(runId.toString()).scheduledTo(clock.instant()));
    }

    /** @param page counts from 1 */
    @Transactional(readOnly = true)
    public Page<Known> of(Viewer viewer, UUID employerId, int page) {
        employers.requireActingFor(viewer, employerId);
        var found = runs.findByEmployerIdOrderByBeganAtDescIdDesc(employerId, PageRequest.of(page - 1, PAGE_SIZE));
        var counts = rows.counts(found.map(ImportRun::id).getContent());
        return found.map(run -> new Known(run, counts.getOrDefault(run.id(), Map.of())));
    }

    /** @throws NotFound unless it is of an employer that the viewer recruits for */
    @Transactional(readOnly = true)
    public Known one(Viewer viewer, UUID runId) {
        var run = runs.findById(runId).orElseThrow(NotFound::new);
        employers.requireActingFor(viewer, run.employerId());
        return new Known(run, rows.counts(runId));
    }

    @Transactional(readOnly = true)
    public List<ImportRows.Told> report(Viewer viewer, UUID runId, Optional<Outcome> only, int page) {
        one(viewer, runId);
        return rows.page(runId, only, page, ROWS_A_PAGE);
    }

    /**
     * Says whether a run that has halted shall close what it does not name. Does nothing to one that has gone on.
     *
     * @throws NotFound unless it is of an employer that the viewer recruits for
     */
    @Transactional
    public void answer(Viewer viewer, UUID runId, boolean close) {
        one(viewer, runId);
        var run = runs.lock(runId).orElseThrow(NotFound::new);
        if (run.state() != ImportState.HALTED) {
            return;
        }
        if (close) {
            run.close();
            schedule(runId);
        } else {
            run.end(clock.instant());
        }
        audit.record(viewer.id(), close ? "import.closing" : "import.kept-open", SUBJECT, runId, "");
    }

    @Transactional(readOnly = true)
    public Optional<ImportSource> source(Viewer viewer, UUID employerId) {
        employers.requireActingFor(viewer, employerId);
        return sources.findByEmployerId(employerId);
    }

    /**
     * Has a feed fetched, now and again and again.
     *
     * @throws ImportRefused when the address or the hours can't be
     */
    @Transactional
    public void fetchFrom(Viewer viewer, UUID employerId, String address, boolean full, int hours) {
        employers.requireActingFor(viewer, employerId);
        if (!Fetcher.isFetchable(address)) {
            throw new ImportRefused("import.refused.address");
        }
        if (!EVERY_HOURS.contains(hours)) {
            throw new ImportRefused("import.refused.hours");
        }
        var source = sources.findByEmployerId(employerId).orElseGet(() -> new ImportSource(employerId));
        source.set(viewer.id(), address, full, hours, clock.instant());
        sources.saveAndFlush(source);
        audit.record(viewer.id(), "import.source-set", SUBJECT, source.id(), "for employer " + employerId);
    }

    @Transactional
    public void pause(Viewer viewer, UUID employerId, boolean paused) {
        var source = source(viewer, employerId).orElseThrow(NotFound::new);
        if (paused) {
            source.pause();
        } else if (source.isPaused()) {
            source.resume(viewer.id(), clock.instant());
        }
        audit.record(viewer.id(), paused ? "import.source-paused" : "import.source-resumed", SUBJECT, source.id(), "");
    }

    @Transactional
    public void forget(Viewer viewer, UUID employerId) {
        source(viewer, employerId).ifPresent(source -> {
            sources.delete(source);
            audit.record(viewer.id(), "import.source-removed", SUBJECT, source.id(), "");
        });
    }

    /** Begins a run for each feed whose time has come, unless one of its employer is under way. */
    void beginDue() {
        runs.leftBehind(clock.instant().minus(LONGEST_READING), Limit.of(SOURCES_AT_ONCE))
                .forEach(runner::failInterrupted);
        var now = clock.instant();
        for (var due : sources.due(now, LongestPause.after(now), Limit.of(SOURCES_AT_ONCE))) {
            var by = due.accountId();
            if (by == null) {
                continue;
            }
            try {
                transaction.executeWithoutResult(status -> {
                    sources.findById(due.id()).ifPresent(source -> source.fetched(clock.instant()));
                    var run = runs.saveAndFlush(new ImportRun(
                            due.employerId(), by, due.id(), nameOf(due.address()), due.isFull(), clock.instant()));
                    schedule(run.id());
                });
            } catch (DataIntegrityViolationException underWay) {
                transaction.executeWithoutResult(
                        status -> sources.findById(due.id()).ifPresent(source -> source.fetched(clock.instant())));
            }
        }
    }

    void carryOut(UUID runId) {
        runner.carryOut(runId);
    }

    private static String nameOf(String address) {
        String host = URI.create(address).getHost();
        return host == null ? "" : host.substring(0, Math.min(200, host.length()));
    }
}
