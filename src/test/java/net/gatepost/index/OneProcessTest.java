package net.gatepost.index;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.UUID;
import javax.sql.DataSource;
import net.gatepost.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** On the database of the application under test, which is the other process. */
@ModuleTest
class OneProcessTest {

    private static final Duration SOON = Duration.ofMillis(500);
    private static final SearchEngine LUCENE = new SearchEngine(Path.of("data"), "", "gatepost");
    private static final SearchEngine SHARED = new SearchEngine(Path.of("data"), "http://localhost:9200", "gatepost");

    @Autowired
    DataSource database;

    private final SingleConnectionDataSource empty =
            new SingleConnectionDataSource("jdbc:h2:mem:one-process-" + UUID.randomUUID(), true);

    @AfterEach
    void forget() {
        empty.destroy();
    }

    private static void start(SearchEngine engine, DataSource database) {
        new OneProcess(engine, database, SOON).customize(new HashMap<>());
    }

    @Test
    void aSecondProcessOnLuceneRefusesToStartAndSaysWhatItNeeds() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(LUCENE, database))
                .withMessageContaining("gatepost.search.opensearch");
    }

    @Test
    void aSecondProcessOnOpenSearchStarts() {
        assertThatCode(() -> start(SHARED, database)).doesNotThrowAnyException();
    }

    @Test
    void oneThatWasKilledKeepsNobodyFromStarting() {
        var there = JdbcClient.create(empty);
        there.sql("create table hsearch_agent (id uuid, expiration timestamp(6) with time zone)")
                .update();
        assertThatCode(() -> start(LUCENE, empty)).doesNotThrowAnyException();
        there.sql("insert into hsearch_agent values (?, ?)")
                .params(UUID.randomUUID(), OffsetDateTime.now().plus(1, ChronoUnit.MINUTES))
                .update();
        assertThatCode(() -> start(LUCENE, empty)).doesNotThrowAnyException();
    }
}
