package net.gatepost.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.gatepost.ModuleTest;
import net.gatepost.TestDatabase;
import net.gatepost.web.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** On the database of the application under test, which is the other process. */
@ModuleTest
class OneProcessTest {

    private static final Duration SOON = Duration.ofMillis(500);
    private static final Duration LONGER_THAN_IT_PAUSES = Duration.ofSeconds(3);
    private static final SearchEngine LUCENE = new SearchEngine(Path.of("data"), "", "gatepost");
    private static final SearchEngine SHARED = new SearchEngine(Path.of("data"), "http://localhost:9200", "gatepost");

    @Autowired
    DataSource database;

    private static void start(SearchEngine engine, DataSource database) {
        start(engine, database, SOON);
    }

    private static void start(SearchEngine engine, DataSource database, Duration lookFor) {
        var claims = new BuildClaims(JdbcClient.create(database), Clock.systemUTC());
        new OneProcess(engine, claims, database, lookFor).customize(new HashMap<>());
    }

    @Test
    void aSecondProcessOnLuceneRefusesToStartAndSaysWhatItNeeds() throws SQLException {
        assumeThat(EmbeddedDatabase.storeOf(database))
                .as("a database that lets in a second")
                .isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> start(LUCENE, database, LONGER_THAN_IT_PAUSES))
                .withMessageContaining("gatepost.search.opensearch");

        assertThat(expirations(database))
                .allSatisfy(expiration -> assertThat(expiration).isAfter(OffsetDateTime.now()));
    }

    @Test
    void aSecondProcessOnOpenSearchStarts() {
        assertThatCode(() -> start(SHARED, database)).doesNotThrowAnyException();
    }

    @Test
    void oneThatWasKilledKeepsNobodyFromStartingAndItsWorkIsNotWaitedFor() throws Exception {
        var afterAKill = withOneThatWasKilled(TestDatabase.newDatabase());

        start(LUCENE, afterAKill);

        assertThat(expirations(afterAKill)).hasSize(1).allSatisfy(OneProcessTest::isOver);
        assertThat(times(afterAKill, "select claimed_until from index_build"))
                .as("what it was building")
                .hasSize(1)
                .allSatisfy(OneProcessTest::isOver);
    }

    @Test
    @Timeout(60)
    void nobodyIsLookedForInADatabaseThatLivesInThisProcess() {
        var afterAKill = withOneThatWasKilled("jdbc:h2:mem:one-process-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

        assertThatCode(() -> start(LUCENE, afterAKill, Duration.ofDays(1))).doesNotThrowAnyException();
    }

    private static void isOver(OffsetDateTime time) {
        assertThat(time).isBeforeOrEqualTo(OffsetDateTime.now());
    }

    private static List<OffsetDateTime> expirations(DataSource database) {
        return times(database, "select expiration from hsearch_agent");
    }

    private static List<OffsetDateTime> times(DataSource database, String sql) {
        return JdbcClient.create(database)
                .sql(sql)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .list();
    }

    private static DataSource withOneThatWasKilled(String address) {
        var database = new DriverManagerDataSource(address);
        var there = JdbcClient.create(database);
        there.sql("create table hsearch_agent (id uuid, expiration timestamp(6) with time zone)")
                .update();
        there.sql("insert into hsearch_agent values (?, ?)")
                .params(UUID.randomUUID(), OffsetDateTime.now().plus(1, ChronoUnit.MINUTES))
                .update();
        there.sql("create table index_build (claimed_until timestamp(6) with time zone, finished_at timestamp)")
                .update();
        there.sql("insert into index_build values (?, null)")
                .param(OffsetDateTime.now().plus(1, ChronoUnit.MINUTES))
                .update();
        return database;
    }
}
