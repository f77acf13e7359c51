package net.gatepost;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives each application under test an empty database and data folder of its own: H2 in memory, or with
 * {@code -Dgatepost.test.database=postgresql} a PostgreSQL that this class starts once. With {@code -Dgatepost.test.search=opensearch}
 * it is searched by a real OpenSearch, in indexes of its own.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var folder = Files.createTempDirectory("gatepost-test");
            TestPropertyValues.of("gatepost.data=" + folder, "spring.datasource.url=" + newDatabase())
                    .applyTo(context);
            if ("opensearch".equals(System.getProperty("gatepost.test.search"))
                    && !context.getEnvironment().containsProperty("gatepost.search.opensearch")) {
                TestPropertyValues.of(
                                "gatepost.search.opensearch=" + TestOpenSearch.address(),
                                "gatepost.search.prefix=test" + NUMBER.get())
                        .applyTo(context);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @return the address of an empty one */
    public static String newDatabase() throws IOException {
        if ("postgresql".equals(System.getProperty("gatepost.test.database"))) {
            return newPostgres();
        }
        return "jdbc:h2:mem:gatepost" + NUMBER.incrementAndGet()
                + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    }

    /** @return the address of an empty one, which other processes reach too */
    public static synchronized String newPostgres() throws IOException {
        String name = "gatepost" + NUMBER.incrementAndGet();
        if (postgres == null) {
            // Stopped once the applications are: they would wait for it in vain.
            // Nothing of it outlives the tests.
            var started = EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setServerConfig("full_page_writes", "off")
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> close(started));
            postgres = started;
        }
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException failure) {
            throw new IOException(failure);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    private static void close(EmbeddedPostgres running) {
        try {
            running.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
