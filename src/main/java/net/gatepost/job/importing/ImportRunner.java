package net.gatepost.job.importing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import net.gatepost.account.Accounts;
import net.gatepost.employer.Employers;
import net.gatepost.fetch.FetchFailed;
import net.gatepost.fetch.Fetcher;
import net.gatepost.job.AlreadyMade;
import net.gatepost.job.CloseReason;
import net.gatepost.job.EmployerListings;
import net.gatepost.job.IllegalListingState;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.job.NotPublishable;
import net.gatepost.job.StaleListing;
import net.gatepost.web.NotFound;
import net.gatepost.web.Uploads;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries a run out, from wherever it stands: rows are handled in transactions that also say so, under the run's lock, so
 * that whoever begins again after a crash goes on with the next one, and two who carry out the same run do nothing twice.
 */
@Component
class ImportRunner {

    /**
     * A commit for each row would cost more than the row; but with each row everything is compared that the transaction has
     * loaded so far, which took a third of the time with fifty.
     */
    private static final int AT_ONCE = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final ImportRunRepository runs;
    private final ImportSourceRepository sources;
    private final ImportRows rows;
    private final Intake intake;
    private final RowForms forms;
    private final Listings listings;
    private final EmployerListings ofEmployer;
    private final Employers employers;
    private final Accounts accounts;
    private final Fetcher fetcher;
    private final Uploads uploads;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportRunner(
            ImportRunRepository runs,
            ImportSourceRepository sources,
            ImportRows rows,
            Intake intake,
            RowForms forms,
            Listings listings,
            EmployerListings ofEmployer,
            Employers employers,
            Accounts accounts,
            Fetcher fetcher,
            Uploads uploads,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.sources = sources;
        this.rows = rows;
        this.intake = intake;
        this.forms = forms;
        this.listings = listings;
        this.ofEmployer = ofEmployer;
        this.employers = employers;
        this.accounts = accounts;
        this.fetcher = fetcher;
        this.uploads = uploads;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The row is not to be done, for a reason that the report tells. */
    private static final class RowRefused extends RuntimeException {
        RowRefused(String why) {
            super(why, null, false, false);
        }
    }

    /** The run can't go on. */
    private static final class RunFailed extends RuntimeException {
        RunFailed(String messageKey) {
            super(messageKey, null, false, false);
        }
    }

    void carryOut(UUID runId) {
        try {
            var run = runs.findById(runId).orElse(null);
            while (run != null && !run.state().isAtRest()) {
                switch (run.state()) {
                    case READING -> fetch(run);
                    case APPLYING -> apply(run);
                    default -> close(run);
                }
                run = runs.findById(runId).orElse(null);
            }
        } catch (RunFailed failed) {
            fail(runId, text(String.valueOf(failed.getMessage())));
        }
    }

    void failInterrupted(UUID runId) {
        fail(runId, text("import.failed.interrupted"));
    }

    /** Ends it without a word to its rows. */
    void fail(UUID runId, String why) {
        transaction.executeWithoutResult(status ->
                runs.lock(runId).filter(run -> !run.state().isOver()).ifPresent(run -> run.fail(why, clock.instant())));
    }

    private void fetch(ImportRun run) {
        var source =
                run.sourceId() == null ? null : sources.findById(run.sourceId()).orElse(null);
        if (source == null) {
            throw new RunFailed("import.failed.interrupted");
        }
        try {
            fetcher.fetch(source.address(), FeedReader.MOST_BYTES, PATIENCE, content -> read(run, content));
            next(run.id(), ImportState.READING, ImportRun::apply);
        } catch (FetchFailed failed) {
            throw new RunFailed("import.failed." + failed.reason());
        } catch (Unreadable unreadable) {
            fail(run.id(), text(unreadable.reason.messageKey(), unreadable.reason.arguments()));
        } catch (IOException broken) {
            throw new RunFailed("import.failed.UNREACHABLE");
        }
    }

    /** Carries the reason through the fetcher. */
    private static final class Unreadable extends RuntimeException {

        private final transient FeedUnreadable reason;

        Unreadable(FeedUnreadable reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private void read(ImportRun run, java.io.InputStream content) throws IOException {
        try {
            intake.take(run.id(), parts -> uploads.split(content, FeedReader::read, parts));
        } catch (FeedUnreadable unreadable) {
            throw new Unreadable(unreadable);
        }
    }

    private void apply(ImportRun run) {
        var some = rows.waiting(run.id(), AT_ONCE);
        if (!some.isEmpty() && !together(run, some)) {
            some.forEach(row -> one(run, row));
        }
        if (some.isEmpty()) {
            next(run.id(), ImportState.APPLYING, this::beginClosing);
        }
    }

    private void beginClosing(ImportRun run) {
        if (!run.isFull()) {
            run.end(clock.instant());
            return;
        }
        long live = ofEmployer.countNumbered(run.employerId());
        long unnamed = ofEmployer.countNumberedBut(run.employerId(), run.id());
        boolean mayBeNamed = unnamed > 0 && rows.anyRefusedWithoutReference(run.id());
        if (unnamed * 2 > live || mayBeNamed) {
            run.halt(unnamed);
        } else {
            run.close();
        }
    }

    private void close(ImportRun run) {
        var viewer = viewer(run);
        var some = ofEmployer.numberedBut(run.employerId(), run.id(), AT_ONCE);
        for (var listing : some) {
            under(run.id(), () -> {
                listings.close(viewer, listing.id(), CloseReason.WITHDRAWN);
                rows.closed(run.id(), String.valueOf(listing.reference()), listing.title(), listing.id());
                return true;
            });
        }
        if (some.isEmpty()) {
            next(run.id(), ImportState.CLOSING, each -> each.end(clock.instant()));
        }
    }

    /** All of them in one transaction; false, and nothing is done, where one of them has to be undone: then each is done alone. */
    private boolean together(ImportRun run, List<ImportRows.Waiting> some) {
        var viewer = viewer(run);
        try {
            under(run.id(), () -> {
                for (var row : some) {
                    if (!handleOrRefuse(run, viewer, row)) {
                        return false;
                    }
                }
                return true;
            });
            return true;
        } catch (NotPublishable | IllegalListingState | StaleListing | AlreadyMade alone) {
            return false; // which row it was, and why, is found out by doing each alone
        }
    }

    /** What is refused by looking at it has written nothing yet. */
    private boolean handleOrRefuse(ImportRun run, Viewer viewer, ImportRows.Waiting row) {
        try {
            return handle(run, viewer, row);
        } catch (RowRefused refused) {
            return rows.handled(run.id(), row.ordinal(), Outcome.REFUSED, String.valueOf(refused.getMessage()), null);
        }
    }

    private void one(ImportRun run, ImportRows.Waiting row) {
        var viewer = viewer(run);
        String refused;
        try {
            under(run.id(), () -> handleOrRefuse(run, viewer, row));
            return;
        } catch (NotPublishable unfit) {
            refused = String.join(". ", forms.told(unfit.problems()));
        } catch (IllegalListingState closed) {
            refused = text("import.row.closed");
        } catch (StaleListing | AlreadyMade raced) {
            refused = text("import.row.raced");
        }
        String why = refused;
        under(run.id(), () -> rows.handled(run.id(), row.ordinal(), Outcome.REFUSED, why, null));
    }

    private boolean handle(ImportRun run, Viewer viewer, ImportRows.Waiting row) {
        var before = ofEmployer
                .byReference(viewer, run.employerId(), row.reference())
                .orElse(null);
        var meant = forms.read(row.row(), before, clock.instant());
        var draft = meant.draft();
        if (draft == null) {
            throw new RowRefused(String.join(". ", meant.problems()));
        }
        if (before != null) {
            var outcome = change(viewer, before, draft, employers.isVerified(run.employerId()));
            return rows.handled(run.id(), row.ordinal(), outcome, "", before.id());
        }
        var posted = listings.post(viewer, run.employerId(), UUID.randomUUID(), row.reference(), draft);
        var outcome = posted.live() ? Outcome.MADE : Outcome.DRAFTED;
        return rows.handled(run.id(), row.ordinal(), outcome, "", posted.id());
    }

    private Outcome change(Viewer viewer, ListingView before, net.gatepost.job.ListingDraft draft, boolean verified) {
        if (before.state() == ListingState.CLOSED) {
            throw new RowRefused(text("import.row.closed"));
        }
        boolean same = before.content().equals(draft);
        if (!same) {
            listings.revise(viewer, before.id(), before.version(), draft);
        }
        if (before.state() == ListingState.DRAFT && verified) {
            listings.publish(
                    viewer, before.id(), listings.hiring(viewer, before.id()).version());
            return Outcome.MADE;
        }
        return same ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    /** In one transaction, under the run's lock. */
    private void under(UUID runId, Supplier<Boolean> step) {
        transaction.executeWithoutResult(status -> {
            var run = runs.lock(runId).orElseThrow(NotFound::new);
            if (run.state().isOver()) {
                return;
            }
            if (!step.get()) {
                status.setRollbackOnly(); // somebody else has handled the row meanwhile
            }
        });
    }

    private void next(UUID runId, ImportState from, java.util.function.Consumer<ImportRun> step) {
        transaction.executeWithoutResult(
                status -> runs.lock(runId).filter(run -> run.state() == from).ifPresent(step));
    }

    /** In whose name it is done: who has begun it, and still recruits for the employer. */
    private Viewer viewer(ImportRun run) {
        var account = run.accountId();
        var contact =
                account == null ? null : accounts.contacts(List.of(account)).get(account);
        if (contact == null || !employers.recruitsFor(contact.accountId(), run.employerId())) {
            throw new RunFailed("import.failed.nobody");
        }
        return new Viewer(contact.accountId(), contact.name(), Set.of());
    }

    private String text(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
