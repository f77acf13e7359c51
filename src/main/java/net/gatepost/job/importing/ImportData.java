package net.gatepost.job.importing;

import java.time.Instant;
import java.util.UUID;
import net.gatepost.account.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Which feeds a person has sent or had fetched. The runs are their employer's and stay. */
@Component
@Order(48)
class ImportData implements PersonalData {

    private static final int MOST = 10_000;

    private final ImportRunRepository runs;
    private final ImportSourceRepository sources;

    ImportData(ImportRunRepository runs, ImportSourceRepository sources) {
        this.runs = runs;
        this.sources = sources;
    }

    /** A feed that a person has sent or had fetched. */
    record Sent(UUID employerId, String name, Instant beganAt) {}

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        archive.json(
                "imports",
                runs.findByAccountIdOrderByBeganAt(accountId, Limit.of(MOST)).stream()
                        .map(run -> new Sent(run.employerId(), run.name(), run.beganAt()))
                        .toList());
    }

    @Override
    public void erase(UUID accountId) {
        runs.forget(accountId);
        sources.forget(accountId);
    }
}
