package net.gatepost.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.employer.Employers;
import net.gatepost.job.Listings;
import net.gatepost.job.search.Board;
import net.gatepost.job.search.ListingIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the index has lost, or holds though it may not, is found by a command and mended. */
@ModuleTest
@Tag("search")
class CheckIndexTest {

    @Autowired
    CheckIndex checkIndex;

    @Autowired
    IndexCheck check;

    @Autowired
    List<IndexContents> contents;

    @Autowired
    Listings listings;

    @Autowired
    Employers employers;

    @Autowired
    ListingIndex index;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private List<UUID> ids;

    @BeforeEach
    void twoListingsThatAreFound() {
        var board = new Board(listings, employers, index, people, clock);
        var employer = board.employer("Company of the index");
        board.job(employer, "One");
        board.job(employer, "Two");
        board.open();
        ids = database.sql("select id from listing where employer_id = ? order by id")
                .param(employer.id())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        settle();
        assertThat(run(false)).isZero();
        assertThat(printed.toString()).contains("Index and database agree.");
    }

    private void settle() {
        await().until(() -> check.waiting() == 0);
    }

    private int run(boolean mend) {
        printed.reset();
        return checkIndex.run(new PrintStream(printed, true), mend);
    }

    /** Past Hibernate, so that the index does not see it. */
    private void set(String status) {
        database.sql("update listing set status = ? where id = ?")
                .param(status)
                .param(ids.get(0))
                .update();
    }

    private void mendAndCheck() {
        assertThat(run(true)).isOne();
        settle();
        assertThat(run(false)).as(printed.toString()).isZero();
    }

    @Test
    void whatTheIndexHoldsThoughNobodyMayFindItIsTakenOut() {
        set("CLOSED");

        assertThat(run(false)).isOne();
        assertThat(printed.toString()).contains("missing: 0; to be taken out: 1 [" + ids.get(0) + "]", "--mend");

        mendAndCheck();
    }

    @Test
    void whatTheIndexHasLostIsFoundAndPutBack() {
        set("CLOSED");
        mendAndCheck();
        set("LIVE");

        assertThat(run(false)).isOne();
        assertThat(printed.toString()).contains("missing: 1 [" + ids.get(0) + "]; to be taken out: 0");

        mendAndCheck();
    }

    @Test
    void whatIsNotInTheDatabaseAnyMoreIsTakenOut() {
        database.sql("delete from listing where id = ?").param(ids.get(1)).update();

        assertThat(run(false)).isOne();
        assertThat(printed.toString()).contains("to be taken out: 1 [" + ids.get(1) + "]");

        mendAndCheck();
    }

    @Test
    void allThreeIndexesAreLookedAt() {
        assertThat(contents)
                .extracting(IndexContents::entity)
                .containsExactlyInAnyOrder("Listing", "Profile", "Briefing");
    }
}
