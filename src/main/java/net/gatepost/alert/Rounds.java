package net.gatepost.alert;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers the rounds in which matches are stored. The number is taken with its row locked until the matches commit: so
 * who reads it sees every match of that round and of all before it, whatever any clock says.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Rounds {

    private final JdbcClient database;

    Rounds(JdbcClient database) {
        this.database = database;
    }

    /** The next one, of the caller's transaction alone. */
    long next() {
        database.sql("update alert_round set number = number + 1 where id = 1").update();
        return latest();
    }

    /** The last one that is committed, or the transaction's own. */
    long latest() {
        return database.sql("select number from alert_round where id = 1")
                .query(Long.class)
                .single();
    }

    /** The first one that nobody was told of yet; later than {@link #latest} where there is none. */
    long firstUnannounced() {
        return database.sql("select announced + 1 from alert_round where id = 1")
                .query(Long.class)
                .single();
    }

    void announced(long round) {
        database.sql("update alert_round set announced = :round where id = 1 and announced < :round")
                .param("round", round)
                .update();
    }
}
