package net.gatepost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import net.gatepost.ModuleTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class AuditTest {

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private final UUID subject = UUID.randomUUID();

    @Test
    void whatWasDoneIsReadTheNewestFirst() {
        var actor = UUID.randomUUID();
        record(actor, "thing.made", "as asked");
        record(null, "thing.ended", "");

        assertThat(audit.latestAbout("thing", subject))
                .extracting(Audit.Entry::action)
                .containsExactly("thing.ended", "thing.made");
        assertThat(audit.latestAbout("thing", subject))
                .extracting(Audit.Entry::actorAccountId)
                .containsExactly(null, actor);
        assertThat(audit.latestAbout("other", subject)).isEmpty();
    }

    @Test
    void positionsGoUpInTheOrderOfRecording() {
        record(null, "thing.made", "1");
        record(null, "thing.made", "2");

        assertThat(database.sql("select detail from audit_entry where subject_id = ? order by position")
                        .param(subject)
                        .query(String.class)
                        .list())
                .containsExactly("1", "2");
    }

    @Test
    void anActThatIsRolledBackLeavesNoEntry() {
        transaction.executeWithoutResult(status -> {
            audit.record(null, "thing.made", "thing", subject, "");
            status.setRollbackOnly();
        });

        assertThat(audit.latestAbout("thing", subject)).isEmpty();
    }

    @Test
    void nothingIsRecordedOutsideATransaction() {
        assertThatThrownBy(() -> audit.record(null, "thing.made", "thing", subject, ""))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aDetailThatWouldBeCutIsRefused() {
        assertThatThrownBy(() -> record(null, "thing.made", "x".repeat(2001)))
                .isInstanceOf(IllegalArgumentException.class);
        record(null, "thing.made", "x".repeat(2000));
        assertThat(audit.latestAbout("thing", subject)).hasSize(1);
    }

    @Test
    void onlySoManyAreShownAtOnce() {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i <= Audit.SHOWN; i++) {
                audit.record(null, "thing.made", "thing", subject, String.valueOf(i));
            }
        });

        assertThat(audit.latestAbout("thing", subject)).hasSize(Audit.SHOWN);
        assertThat(audit.latestAbout("thing", subject).get(0).detail()).isEqualTo(String.valueOf(Audit.SHOWN));
    }

    private void record(@Nullable UUID actor, String action, String detail) {
        transaction.executeWithoutResult(status -> audit.record(actor, action, "thing", subject, detail));
    }
}
