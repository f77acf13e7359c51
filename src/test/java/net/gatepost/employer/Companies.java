package net.gatepost.employer;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.gatepost.account.People.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes employers for tests, and decides on them as an administrator would. */
public class Companies {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EmployerRepository employers;
    private final RecruiterRepository recruiters;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Companies(
            EmployerRepository employers,
            RecruiterRepository recruiters,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.employers = employers;
        this.recruiters = recruiters;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One that nobody has decided on yet. */
    public UUID pending(Person... recruiting) {
        return transaction.execute(status -> {
            int number = NUMBER.incrementAndGet();
            var now = clock.instant();
            var draft = new EmployerDraft(
                    "Company " + number,
                    new Domain("company" + number + ".example"),
                    EmployerDrafts.cage(),
                    null,
                    null,
                    "Makes things for tests.",
                    null);
            var employer = employers.saveAndFlush(new Employer("company-" + number, draft, now));
            Arrays.stream(recruiting)
                    .forEach(person -> recruiters.save(Recruiter.owner(employer.id(), person.id(), now)));
            return employer.id();
        });
    }

    public UUID verified(Person... recruiting) {
        var id = pending(recruiting);
        verify(id);
        return id;
    }

    public void verify(UUID id) {
        transaction.executeWithoutResult(status -> {
            employer(id).verify(clock.instant());
            events.publishEvent(new EmployerVerified(id));
        });
    }

    public void suspend(UUID id) {
        transaction.executeWithoutResult(status -> {
            employer(id).suspend("for a test", clock.instant());
            employers.flush();
            events.publishEvent(new EmployerNoLongerVerified(id));
        });
    }

    private Employer employer(UUID id) {
        Optional<Employer> found = employers.findById(id);
        return found.orElseThrow();
    }
}
