package net.gatepost.backup;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.gatepost.command.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;

/** {@code restore --from=BACKUP}. Who was erased after the backup is erased again by {@code replay-erasures}, which follows. */
@Component
class Restore implements Command {

    static final int USED_WRONGLY = 2;

    private final Backups backups;
    private final ApplicationArguments arguments;

    Restore(Backups backups, ApplicationArguments arguments) {
        this.backups = backups;
        this.arguments = arguments;
    }

    @Override
    public String name() {
        return BareSite.RESTORE;
    }

    @Override
    public String summary() {
        return "--from=BACKUP  brings an empty database back from a backup, and checks it";
    }

    @Override
    public int run(PrintStream out) {
        var from = only(arguments.getOptionValues("from"));
        if (from.isEmpty()) {
            out.println("Say what from: restore --from=BACKUP");
            return USED_WRONGLY;
        }
        try {
            var manifest = backups.restore(Path.of(from.get()));
            out.println("Restored, and the same as on " + manifest.made() + ": " + manifest.rows() + " rows of "
                    + manifest.tables().size()
                    + " tables. Everybody is signed out; search is built at the next start.");
            return 0;
        } catch (BackupFailed failure) {
            out.println(failure.getMessage());
            return 1;
        }
    }

    /** The value of an option that may be given once. */
    static Optional<String> only(@Nullable List<String> values) {
        return values == null || values.size() != 1
                ? Optional.empty()
                : Optional.of(values.get(0)).filter(value -> !value.isBlank());
    }
}
