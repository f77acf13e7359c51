package net.gatepost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test forges in a transaction of its own, which is rolled back: the trail of this database stays as it was. */
@ModuleTest
class AuditChainTest {

    @Autowired
    Audit audit;

    @Autowired
    AuditChain chain;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Test
    void whatWasRecordedIsLinkedOnceAndTheChainHolds() {
        record("chain.first");
        chain.link();
        long links = chain.verify().links();
        record("chain.second");
        chain.link();
        chain.link();

        assertThat(chain.verify().isWhole()).isTrue();
        assertThat(chain.verify().links()).isEqualTo(links + 1);
        assertThat(chain.verify().head()).hasSize(64);
    }

    @Test
    void anEntryWhoseTransactionTookLongIsLinkedAfterThoseThatWereAddedMeanwhile() {
        var late = new long[1];
        transaction.executeWithoutResult(status -> {
            record("chain.late");
            late[0] = lastPosition();
            CompletableFuture.runAsync(this::linked).join();
        });
        assertThat(isLinked(late[0])).isFalse();

        chain.link();

        assertThat(isLinked(late[0])).isTrue();
        assertThat(chain.verify().isWhole()).isTrue();
    }

    @Test
    void aRoundDoesNotWalkTheTrailFromItsBeginningWhichIsDoneOnceADay() {
        transaction.executeWithoutResult(status -> {
            long old = linked();
            linked();
            database.sql("update audit_entry set at = at - interval '2' hour where position = ?")
                    .param(old)
                    .update();
            database.sql("delete from audit_link where position = ?").param(old).update();
            record("chain.last");

            chain.link();
            assertThat(isLinked(lastPosition())).isTrue();
            assertThat(isLinked(old)).isFalse();

            clock.advance(Duration.ofDays(1));
            chain.link();
            assertThat(isLinked(old)).isTrue();
            status.setRollbackOnly();
        });
    }

    @Test
    void afterAPauseAllThatWasAddedMeanwhileIsLinkedHoweverLongItWas() {
        transaction.executeWithoutResult(status -> {
            linked();
            List<Long> missed = Stream.generate(() -> {
                        record("chain.missed");
                        return lastPosition();
                    })
                    .limit(3)
                    .toList();
            database.sql("update audit_entry set at = at - interval '3' hour where position in (:missed)")
                    .param("missed", missed)
                    .update();
            record("chain.now");

            chain.link();

            assertThat(missed).allMatch(this::isLinked);
            assertThat(isLinked(lastPosition())).isTrue();
            status.setRollbackOnly();
        });
    }

    private long lastPosition() {
        return database.sql("select max(position) from audit_entry")
                .query(Long.class)
                .single();
    }

    private boolean isLinked(long position) {
        return database.sql("select count(*) from audit_link where position = ?")
                        .param(position)
                        .query(Long.class)
                        .single()
                == 1;
    }

    @Test
    void whoeverChangesAnEntryBreaksTheChainThere() {
        long position = linked();
        afterForging("update audit_entry set detail = 'Forged' where position = " + position, position);
    }

    @Test
    void whoeverTakesAnEntryOutBreaksTheChainThere() {
        long position = linked();
        afterForging("delete from audit_entry where position = " + position, position);
    }

    @Test
    void whoeverTakesALinkOutBreaksTheChainAfterIt() {
        long position = linked();
        long next = linked();
        afterForging("delete from audit_link where position = " + position, next);
    }

    @Test
    void theCommandSaysWhetherTheTrailOfASiteThatStandsStillIsWhole() {
        long position = linked();
        // Recorded before the site was stopped, and never linked
        transaction.executeWithoutResult(status -> {
            record("chain.last");
            database.sql("update audit_entry set at = at - interval '1' day").update();
            database.sql("delete from audit_link").update();
            assertThat(verify(0)).contains("is whole: 0 links");
            status.setRollbackOnly();
        });

        assertThat(verify(0)).contains("is whole", chain.verify().head());
        transaction.executeWithoutResult(status -> {
            database.sql("update audit_entry set detail = 'Forged' where position = " + position)
                    .update();
            assertThat(verify(1)).contains("entry " + position + " does not fit");
            status.setRollbackOnly();
        });
    }

    private String verify(int exitCode) {
        var printed = new ByteArrayOutputStream();
        assertThat(new VerifyAudit(chain).run(new PrintStream(printed, true))).isEqualTo(exitCode);
        return printed.toString();
    }

    private void afterForging(String sql, long brokenAt) {
        transaction.executeWithoutResult(status -> {
            database.sql(sql).update();
            assertThat(chain.verify().brokenAt()).isEqualTo(brokenAt);
            status.setRollbackOnly();
        });
    }

    private long linked() {
        record("chain.forged");
        chain.link();
        return database.sql("select max(position) from audit_link")
                .query(Long.class)
                .single();
    }

    private void record(String action) {
        transaction.executeWithoutResult(
                status -> audit.record(null, action, "test", UUID.randomUUID(), "An entry that is looked after"));
    }
}
