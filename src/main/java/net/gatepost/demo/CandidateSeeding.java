package net.gatepost.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import net.gatepost.account.Accounts;
import net.gatepost.account.Desk;
import net.gatepost.account.NewAccount;
import net.gatepost.candidate.CandidateImport;
import net.gatepost.candidate.CandidateImports;
import net.gatepost.demo.DemoCandidates.DemoCandidate;
import net.gatepost.place.Gazetteer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings in the demo's people who look for work, in parts of one transaction each and in the order of their numbers, which
 * their addresses carry: so what a killed process has left is found and gone on from, and nobody comes twice.
 */
@Component
@OnlyInDemo
class CandidateSeeding {

    private static final int AT_ONCE = 1_000;

    private final Accounts accounts;
    private final CandidateImports candidates;
    private final Gazetteer gazetteer;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CandidateSeeding(
            Accounts accounts,
            CandidateImports candidates,
            Gazetteer gazetteer,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.candidates = candidates;
        this.gazetteer = gazetteer;
        this.transaction = transaction;
        this.clock = clock;
    }

    boolean isFinished(long count) {
        return count == 0 || isThere(count - 1);
    }

    /** So many people, less those who are there. Tells how many there are after each part. */
    void bringIn(long count, DemoDesks desks, Words words, LongConsumer progress) {
        var maker = new DemoCandidates(desks.verified(), words, gazetteer);
        var now = clock.instant();
        for (long from = firstMissing(count); from < count; from += AT_ONCE) {
            long first = from;
            long to = Math.min(from + AT_ONCE, count);
            transaction.executeWithoutResult(status -> bringIn(maker, first, to, now));
            progress.accept(to);
        }
    }

    private void bringIn(DemoCandidates maker, long from, long to, Instant now) {
        List<DemoCandidate> people = new ArrayList<>();
        for (long number = from; number < to; number++) {
            people.add(maker.candidate(number, now));
        }
        var ids = accounts.registerAll(people.stream()
                .map(person -> NewAccount.member(person.name(), person.email(), DemoPerson.PASSPHRASE, Desk.MEMBER))
                .toList());
        List<CandidateImport> profiles = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            profiles.add(people.get(i).content().of(ids.get(i)));
        }
        candidates.bringIn(profiles);
    }

    /** They come in order and in whole parts: who is there is a beginning of all. */
    private long firstMissing(long count) {
        long low = 0;
        long high = count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (isThere(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isThere(long number) {
        return accounts.findByEmail(DemoCandidates.emailOf(number)).isPresent();
    }
}
