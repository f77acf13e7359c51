package net.gatepost.job.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import net.gatepost.spill.MarkingKind;
import net.gatepost.web.Upload;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks a feed through from its first row to its last before anything is done with it, and keeps its rows. A row that can't be
 * used is kept with the reason and without what it says.
 */
@Component
class Intake {

    private static final int AT_ONCE = 500;

    private final ImportRows rows;
    private final TransactionTemplate transaction;
    private final MessageSource messages;

    Intake(ImportRows rows, TransactionTemplate transaction, MessageSource messages) {
        this.rows = rows;
        this.transaction = transaction;
        this.messages = messages;
    }

    /** Hands the feed's rows to this. */
    @FunctionalInterface
    interface Feed {
        void readInto(Upload.Parts<FeedRow> parts) throws FeedUnreadable, IOException;
    }

    /** @throws FeedUnreadable if it can't be read to its end: then no row of it is kept */
    void take(UUID runId, Feed feed) throws FeedUnreadable, IOException {
        transaction.executeWithoutResult(status -> rows.clear(runId));
        boolean whole = false;
        try {
            var taking = new Taking(runId);
            feed.readInto(taking);
            taking.keep();
            whole = true;
        } finally {
            if (!whole) {
                transaction.executeWithoutResult(status -> rows.clear(runId));
            }
        }
    }

    private final class Taking implements Upload.Parts<FeedRow> {

        private final UUID runId;
        private final List<ImportRows.New> some = new ArrayList<>();
        private final Set<String> references = new HashSet<>();
        private long ordinal;

        Taking(UUID runId) {
            this.runId = runId;
        }

        @Override
        public void take(FeedRow row) {
            String reference = row.get(Field.REFERENCE);
            String title = row.get(Field.TITLE).replaceAll("\\s+", " ");
            String wrong = "";
            if (!row.broken().isEmpty()) {
                wrong = row.broken();
            } else if (reference.isEmpty()) {
                wrong = "import.row.reference.missing";
            } else if (!reference.matches("[\\p{L}\\p{N}][\\P{C}&&[^<>]]{0,99}")) {
                wrong = "import.row.reference.unreadable";
            }
            add(reference, title, row, wrong);
        }

        @Override
        public void refused(MarkingKind kind) {
            some.add(new ImportRows.New(++ordinal, "", "", null, Outcome.REFUSED, text("import.row.marked")));
            keepIfMany();
        }

        private void add(String reference, String title, FeedRow row, String wrong) {
            boolean good = wrong.isEmpty();
            some.add(new ImportRows.New(
                    ++ordinal,
                    shown(reference),
                    shown(title),
                    good ? row : null,
                    good ? Outcome.WAITING : Outcome.REFUSED,
                    good ? "" : text(wrong)));
            if (good) {
                references.add(reference);
            }
            keepIfMany();
        }

        private void keepIfMany() {
            if (some.size() == AT_ONCE) {
                keep();
            }
        }

        /** Of two rows of one number the second is refused: which of them is meant can't be known. */
        void keep() {
            transaction.executeWithoutResult(status -> {
                var before = rows.named(runId, references);
                var seen = new HashSet<>(before);
                rows.add(
                        runId,
                        some.stream()
                                .map(row -> row.outcome() == Outcome.WAITING && !seen.add(row.reference())
                                        ? new ImportRows.New(
                                                row.ordinal(),
                                                row.reference(),
                                                row.title(),
                                                null,
                                                Outcome.REFUSED,
                                                text("import.row.reference.twice"))
                                        : row)
                                .toList());
            });
            some.clear();
            references.clear();
        }

        /** Fit to be stored and shown, whatever it was. */
        private static String shown(String typed) {
            String plain = typed.replaceAll("\\p{C}", "");
            return plain.substring(0, Math.min(200, plain.length()));
        }
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
