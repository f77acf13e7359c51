package net.gatepost.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A script of SQL, which every later version of H2 reads, unlike a copy of its file. Written inside the process that has the
 * database open: H2 lets in no other.
 */
final class H2Dump implements Dump {

    /** H2's own level, {@code org.h2.engine.Constants.TRANSACTION_SNAPSHOT}. */
    private static final int SNAPSHOT = 6;

    @Override
    public String file() {
        return "database.sql.gz";
    }

    @Override
    public void seeOneMoment(Connection connection) throws SQLException {
        connection.setTransactionIsolation(SNAPSHOT);
    }

    @Override
    public void write(Connection moment, Path file) throws SQLException {
        run(moment, "script nopasswords nosettings to ? compression gzip", file);
    }

    @Override
    public void read(Path file, Connection empty) throws SQLException {
        run(empty, "runscript from ? compression gzip", file);
    }

    private static void run(Connection connection, String sql, Path file) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, file.toAbsolutePath().toString());
            statement.execute();
        }
    }
}
