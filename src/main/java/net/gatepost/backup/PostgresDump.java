package net.gatepost.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

/** {@code pg_dump} and {@code pg_restore}, which have to be installed. A passphrase is handed on in the environment alone. */
final class PostgresDump implements Dump {

    private final DataSourceProperties database;

    PostgresDump(DataSourceProperties database) {
        this.database = database;
    }

    @Override
    public String file() {
        return "database.pgdump";
    }

    @Override
    public void seeOneMoment(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    @Override
    public void write(Connection moment, Path file) throws SQLException {
        String snapshot;
        try (var statement = moment.createStatement();
                var row = statement.executeQuery("select pg_export_snapshot()")) {
            row.next();
            snapshot = row.getString(1);
        }
        run("pg_dump", "--format=custom", "--snapshot=" + snapshot, "--file=" + file.toAbsolutePath());
    }

    @Override
    public void read(Path file, Connection empty) {
        var name = address().getProperty("PGDBNAME");
        run(
                "pg_restore",
                "--exit-on-error",
                "--single-transaction",
                "--no-owner",
                "--no-privileges",
                "--dbname=" + name,
                file.toAbsolutePath().toString());
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program, "--no-password"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        enter(builder.environment());
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new BackupFailed(program + " failed: " + said);
            }
        } catch (IOException notThere) {
            throw new BackupFailed(
                    program
                            + " could not be started: install PostgreSQL's client programs here, of the server's version or newer",
                    notThere);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BackupFailed(program + " was interrupted", stopped);
        }
    }

    private void enter(Map<String, String> environment) {
        var address = address();
        environment.put("PGHOST", address.getProperty("PGHOST"));
        environment.put("PGPORT", address.getProperty("PGPORT"));
        environment.put("PGDATABASE", address.getProperty("PGDBNAME"));
        put(environment, "PGUSER", database.determineUsername(), address.getProperty("user"));
        put(environment, "PGPASSWORD", database.determinePassword(), address.getProperty("password"));
        put(environment, "PGSSLMODE", address.getProperty("sslmode"), null);
        put(environment, "PGSSLROOTCERT", address.getProperty("sslrootcert"), null);
    }

    private static void put(
            Map<String, String> environment, String name, @Nullable String value, @Nullable String otherwise) {
        var chosen = value == null || value.isBlank() ? otherwise : value;
        if (chosen != null) {
            environment.put(name, chosen);
        }
    }

    private Properties address() {
        var address = Driver.parseURL(database.determineUrl(), new Properties());
        if (address == null) {
            throw new BackupFailed("spring.datasource.url is no address of a PostgreSQL");
        }
        return address;
    }
}
