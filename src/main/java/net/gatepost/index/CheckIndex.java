package net.gatepost.index;

import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import net.gatepost.command.Command;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;

/** {@code check-index [--mend]}. */
@Component
class CheckIndex implements Command {

    private final IndexCheck check;
    private final List<IndexContents> all;
    private final ApplicationArguments arguments;

    CheckIndex(IndexCheck check, List<IndexContents> all, ApplicationArguments arguments) {
        this.check = check;
        this.all = all;
        this.arguments = arguments;
    }

    @Override
    public String name() {
        return "check-index";
    }

    @Override
    public String summary() {
        return "[--mend]  holds the search index against the database, and has mended what differs";
    }

    @Override
    public int run(PrintStream out) {
        return run(out, arguments.containsOption("mend"));
    }

    int run(PrintStream out, boolean mend) {
        long waiting = check.waiting();
        long differing = 0;
        for (var contents : all) {
            differing += compare(contents, out, mend);
        }
        if (differing == 0) {
            out.println("Index and database agree.");
            return 0;
        }
        if (waiting > 0) {
            out.println(waiting + " changes were still on their way to the index, which explains as many differences.");
        }
        out.println(
                mend
                        ? "All of it is indexed anew by the site that runs, or with its next start. Check again then."
                        : "They differ. check-index --mend has it mended.");
        return 1;
    }

    private long compare(IndexContents contents, PrintStream out, boolean mend) {
        var missing = new IndexCheck.Tally();
        var orphans = new IndexCheck.Tally();
        check.refresh(contents);
        long should = check.missing(contents, both(contents, missing, mend));
        long in = check.orphans(contents, both(contents, orphans, mend));
        out.println(contents.entity() + ": " + should + " to be found, " + in + " in the index; missing: " + missing
                + "; to be taken out: " + orphans);
        return missing.count() + orphans.count();
    }

    private Consumer<List<UUID>> both(IndexContents contents, IndexCheck.Tally tally, boolean mend) {
        return ids -> {
            tally.add(ids);
            if (mend && !ids.isEmpty()) {
                check.lookAgainAt(contents, ids);
            }
        };
    }
}
