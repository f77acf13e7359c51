package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People.Person;
import net.gatepost.employer.Companies;
import net.gatepost.job.ListingDrafts;
import net.gatepost.job.Listings;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was erased stays erased, whatever backup the database is brought back from. */
@ModuleTest
class ReplayErasuresTest {

    @Autowired
    ReplayErasures replayErasures;

    @Autowired
    Erasures erasures;

    @Autowired
    ErasedList erased;

    @Autowired
    OneTimeTask<Void> erasureNoteTask;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Listings listings;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @Value("${gatepost.erased}")
    Path file;

    @BeforeEach
    void nobodyYet() throws IOException {
        Files.deleteIfExists(file);
    }

    private String replay() {
        var printed = new ByteArrayOutputStream();
        assertThat(replayErasures.run(new PrintStream(printed, true))).isZero();
        return printed.toString();
    }

    private long accounts(Person person) {
        return database.sql("select count(*) from account where id = ?")
                .param(person.id())
                .query(Long.class)
                .single();
    }

    private List<String> waitingNotes() {
        return database.sql("select task_instance from scheduled_tasks where task_name = 'erasure-note'")
                .query(String.class)
                .list();
    }

    @Test
    void anErasureIsNotedOutsideTheDatabaseOnceItIsCommitted() throws IOException {
        var person = people.member();
        erasures.erase(new Confirmed(new Viewer(person.id(), "Robin Test", Set.of(Role.MEMBER))));

        assertThat(waitingNotes()).contains(person.id().toString());
        erasureNoteTask.executeOnce(
                new TaskInstance<>("erasure-note", person.id().toString()), null);

        assertThat(Files.readString(file)).isEqualTo(person.id() + "\n");
    }

    @Test
    void whoIsBackThoughErasedIsErasedAgainAndNobodyElse() {
        var back = people.member();
        var other = people.member();
        erased.add(back.id());
        erased.add(UUID.randomUUID());

        assertThat(replay()).contains("Erased again: 1 of the 2");

        assertThat(accounts(back)).isZero();
        assertThat(accounts(other)).isOne();
        assertThat(replay()).contains("Erased again: 0 of the 2");
    }

    @Test
    void whatTheyHadSettledBackThenHindersNothingAndIsTold() {
        var owner = people.member();
        var employer = companies.verified(owner);
        var viewer = new Viewer(owner.id(), "Robin Test", Set.of(Role.MEMBER));
        var ends = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(20);
        var listing = listings.draft(
                viewer, employer, UUID.randomUUID(), ListingDrafts.ending(ends).draft());
        listings.publish(viewer, listing, 0);
        erased.add(owner.id());

        assertThat(replay()).contains("an administrator has to: ", "Company").contains("Erased again: 1");
        assertThat(accounts(owner)).isZero();
    }

    @Test
    void aDamagedListErasesNobody() throws IOException {
        var person = people.member();
        Files.createDirectories(file.getParent());
        Files.writeString(file, person.id() + "\nnonsense\n");

        assertThatThrownBy(() -> replayErasures.run(System.out)).hasMessageContaining("erased.txt");
        assertThat(accounts(person)).isOne();
    }
}
