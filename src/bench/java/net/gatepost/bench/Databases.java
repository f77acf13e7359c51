package net.gatepost.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The site's database and a copy of it for bare JDBC, both of the same kind and with the same settings. */
final class Databases implements AutoCloseable {

    private static final String SITE = "site";
    private static final String BARE = "bare";

    private final Path data;
    private final @Nullable EmbeddedPostgres postgres;

    /** @param data the site's folder; with H2 its database and the copy lie in it */
    Databases(Path data, boolean onPostgres) throws IOException, SQLException {
        this.data = data;
        this.postgres = onPostgres ? EmbeddedPostgres.start() : null;
        if (onPostgres) {
            administer("create database " + SITE);
        }
    }

    /** What the site has to be told of it. */
    List<String> options() {
        return postgres == null ? List.of() : List.of("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", SITE));
    }

    /** The site's, while no process has it. */
    Connection site() throws SQLException {
        return postgres == null
                ? h2("gatepost")
                : DriverManager.getConnection(postgres.getJdbcUrl("postgres", SITE));
    }

    Connection bare() throws SQLException {
        return postgres == null ? h2(BARE) : DriverManager.getConnection(postgres.getJdbcUrl("postgres", BARE));
    }

    /** Makes the copy, while nobody uses the site's. */
    void copy() throws IOException, SQLException {
        if (postgres == null) {
            Files.copy(folder().resolve("gatepost.mv.db"), folder().resolve(BARE + ".mv.db"));
        } else {
            administer("create database " + BARE + " template " + SITE);
        }
    }

    private Path folder() {
        return data.resolve("db");
    }

    private void administer(String statement) throws SQLException {
        try (var database = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"))) {
            database.createStatement().execute(statement);
        }
    }

    /** As {@code application.yaml} has it. */
    private Connection h2(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:async:" + folder().resolve(name) + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                        + "DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;QUERY_CACHE_SIZE=256;LOCK_TIMEOUT=10000",
                "",
                "");
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }
}
