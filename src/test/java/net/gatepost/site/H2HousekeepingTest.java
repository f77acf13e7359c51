package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class H2HousekeepingTest {

    private static final int ROWS = 2_000;
    private static final int CHANGES = 3_000;

    @TempDir
    Path folder;

    @Test
    void theFileOfADatabaseThatIsWrittenAllTheTimeIsHalfAsLargeAsWithoutAndLosesNothing() throws Exception {
        long untidied = megabytesAfterChanges("untidied", unused -> {});

        long tidied = megabytesAfterChanges("tidied", H2Housekeeping::tidy);

        assertThat(tidied).isLessThan(untidied / 2);
    }

    @Test
    void aDatabaseInMemoryIsLeftAlone() throws SQLException {
        var database = new DriverManagerDataSource("jdbc:h2:mem:housekeeping");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table thing (id int primary key)");

            new H2Housekeeping(database).tidy();

            assertThat(statement.executeQuery("select count(*) from thing").next())
                    .isTrue();
        }
    }

    @Test
    void anotherDatabaseIsAskedForAConnectionOnceAndNotEachSecond() throws SQLException {
        var another = mock(DataSource.class);
        when(another.getConnection()).thenReturn(mock(Connection.class));
        var housekeeping = new H2Housekeeping(another);

        housekeeping.tidy();
        housekeeping.tidy();

        verify(another, times(1)).getConnection();
    }

    /** As the site sets it up, but that room may be used again at once and not after H2's 45 seconds. */
    private long megabytesAfterChanges(String name, Consumer<H2Housekeeping> everyNowAndThen)
            throws SQLException, IOException {
        var database = new DriverManagerDataSource(
                "jdbc:h2:async:" + folder.resolve(name) + ";WRITE_DELAY=0;RETENTION_TIME=0");
        var housekeeping = new H2Housekeeping(database);
        var random = new Random(20_261_129);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table thing (id int primary key, words varchar, changed int)");
            statement.execute(
                    "insert into thing select x, repeat('words ', 300), 0 from system_range(1, " + ROWS + ")");
            for (int change = 1; change <= CHANGES; change++) {
                statement.execute("update thing set changed = changed + 1 where id = " + (1 + random.nextInt(ROWS)));
                if (change % 20 == 0) {
                    everyNowAndThen.accept(housekeeping);
                }
            }
            var all = statement.executeQuery("select count(*), sum(changed) from thing where length(words) = 1800");
            all.next();
            assertThat(all.getInt(1)).isEqualTo(ROWS);
            assertThat(all.getInt(2)).isEqualTo(CHANGES);
            return Files.size(folder.resolve(name + ".mv.db")) >> 20;
        }
    }
}
