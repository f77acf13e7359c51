package net.gatepost.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that H2 has closed, as it does when it can't write, is opened again without a restart of the site. */
class ClosedDatabaseTest {

    private static final int CONNECTIONS = 3;

    @TempDir
    Path data;

    private HikariDataSource pool;
    private JdbcClient database;

    @BeforeEach
    void aPoolAsTheSiteHasIt() throws Exception {
        var site = new YamlPropertySourceLoader()
                .load("site", new ClassPathResource("application.yaml"))
                .get(0);
        var settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:h2:async:" + data + "/gatepost;WRITE_DELAY=0");
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setExceptionOverrideClassName(
                String.valueOf(site.getProperty("spring.datasource.hikari.exception-override-class-name")));
        pool = new HikariDataSource(settings);
        database = JdbcClient.create(pool);
        database.sql("create table kept (id integer)").update();
        database.sql("insert into kept values (1)").update();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAtMostOneFailureOfEachConnection() throws SQLException {
        try (var one = pool.getConnection();
                var another = pool.getConnection()) {
            assertThat(one).isNotSameAs(another);
        }
        database.sql("shutdown immediately").update();

        int failures = 0;
        while (!isAnswered()) {
            failures++;
            assertThat(failures).isLessThanOrEqualTo(CONNECTIONS);
        }

        assertThat(failures).isPositive();
        assertThat(database.sql("select id from kept").query(Integer.class).list())
                .containsExactly(1);
    }

    private boolean isAnswered() {
        var failure = catchThrowableOfType(
                DataAccessException.class,
                () -> database.sql("select id from kept").query(Integer.class).list());
        if (failure == null) {
            return true;
        }
        assertThat(Faults.isAway(failure)).as("told as away: %s", failure).isTrue();
        return false;
    }
}
