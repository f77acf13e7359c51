package net.gatepost.site;

import java.sql.SQLException;
import net.gatepost.web.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** H2 lets in one process. A second one, a command too, says that instead of everything that it could not make without it. */
class DatabaseInUse extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        return Faults.isDatabaseOpenElsewhere(cause)
                ? new FailureAnalysis(
                        "The database in gatepost.data is open in another process: the site is running.",
                        "Stop it first, or give this one a data folder of its own. On PostgreSQL both may run.",
                        failure)
                : null;
    }
}
