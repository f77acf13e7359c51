package net.gatepost.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.mail.EmailAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of an address on the list when its owner has their account erased. */
@ModuleTest
class ErasedSubscriberTest {

    @Autowired
    SubscriberData data;

    @Autowired
    SubscriberDesk desk;

    @Autowired
    SubscriberRepository subscribers;

    @Autowired
    Signups signups;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    private Person person;

    @BeforeEach
    void somebodyWhoAskedForTheList() {
        person = people.member();
        signups.receive(new Signup(person.email(), Set.of(Topic.JOBS), "Some words", "/jobs"));
    }

    private EmailAddress email() {
        return person.email();
    }

    private void erase() {
        transaction.executeWithoutResult(status -> data.erase(person.id()));
    }

    @Test
    void theAddressIsForgotten() {
        erase();

        assertThat(subscribers.findByEmail(email().value())).isEmpty();
    }

    @Test
    void aClosedAddressStaysClosedAndNothingElseOfItStays() {
        desk.suppress(people.administrator().id(), email(), "complained");

        erase();

        transaction.executeWithoutResult(status -> {
            var kept = subscribers.findByEmail(email().value()).orElseThrow();
            assertThat(kept.status()).isEqualTo(SubscriberStatus.SUPPRESSED);
            assertThat(kept.topics()).isEmpty();
            assertThat(kept.wording()).isEmpty();
            assertThat(kept.sourcePage()).isNull();
        });
        signups.receive(new Signup(email(), Set.of(Topic.JOBS), "Some words", "/jobs"));
        assertThat(subscribers.findByEmail(email().value()))
                .get()
                .returns(SubscriberStatus.SUPPRESSED, Subscriber::status);
    }

    @Test
    void whoNeverAskedIsNotLookedFor() {
        person = people.member();

        erase();

        assertThat(subscribers.findByEmail(email().value())).isEmpty();
    }
}
