package net.gatepost.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.employer.Companies;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a recruiter publishes at the very moment at which their employer is suspended. */
@ModuleTest
class SuspensionRaceTest {

    @Autowired
    Listings listings;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Viewer viewer;
    private UUID employer;
    private LocalDate end;
    private ListingDraft draft;

    @BeforeEach
    void anEmployer() {
        var recruiter = people.member();
        viewer = new Viewer(recruiter.id(), "Robin Test", Set.of());
        employer = companies.verified(recruiter);
        end = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(20);
        draft = ListingDrafts.ending(end).draft();
    }

    @Test
    void aListingThatIsPublishedWhileItsEmployerIsSuspendedIsNotLive() throws Exception {
        var id = listings.draft(viewer, employer, UUID.randomUUID(), draft);

        suspendedBeforeTheCommitOf(() -> listings.publish(viewer, id, 0));

        assertThat(listings.liveAmong(Set.of(id))).isEmpty();
    }

    @Test
    void aListingThatIsPostedWhileItsEmployerIsSuspendedIsNotLive() throws Exception {
        var id = new UUID[1];

        suspendedBeforeTheCommitOf(() -> id[0] =
                listings.post(viewer, employer, UUID.randomUUID(), "R-1", draft).id());

        assertThat(listings.liveAmong(Set.of(id[0]))).isEmpty();
    }

    @Test
    void aListingThatIsRenewedWhileItsEmployerIsSuspendedIsNotLive() throws Exception {
        var id = listings.draft(viewer, employer, UUID.randomUUID(), draft);
        listings.publish(viewer, id, 0);

        suspendedBeforeTheCommitOf(() -> listings.renew(viewer, id, end.plusDays(5)));

        assertThat(listings.liveAmong(Set.of(id))).isEmpty();
    }

    /** The suspension begins when the deed is done and not committed, and either waits for that or is over by then. */
    private void suspendedBeforeTheCommitOf(Runnable deed) throws Exception {
        var done = new CountDownLatch(1);
        var suspension = CompletableFuture.runAsync(() -> {
            await(done);
            companies.suspend(employer);
        });
        transaction.executeWithoutResult(status -> {
            deed.run();
            done.countDown();
            suspension.copy().completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
        });
        suspension.get(20, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
