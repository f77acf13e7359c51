package net.gatepost.candidate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import net.gatepost.candidate.search.CandidateSearch;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes anew into the index what it holds of clearances as they stood in an earlier month: all dates of a clearance are
 * months, so nothing else turns by itself. What dies half done is done with the next run.
 */
@Component
class CandidateMonth {

    private static final int AT_ONCE = 200;

    private final CandidateSearch search;
    private final ProfileRepository profiles;
    private final CandidateIndexing indexing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CandidateMonth(
            CandidateSearch search,
            ProfileRepository profiles,
            CandidateIndexing indexing,
            TransactionTemplate transaction,
            Clock clock) {
        this.search = search;
        this.profiles = profiles;
        this.indexing = indexing;
        this.transaction = transaction;
        this.clock = clock;
    }

    void bringUpToDate() {
        var month = YearMonth.from(LocalDate.now(clock));
        List<UUID> some = search.outdated(month, null, AT_ONCE);
        while (!some.isEmpty()) {
            var handles = some;
            transaction.executeWithoutResult(
                    status -> profiles.findByHandleIn(handles).forEach(indexing::changed));
            some = search.outdated(month, handles.get(handles.size() - 1), AT_ONCE);
        }
    }
}
