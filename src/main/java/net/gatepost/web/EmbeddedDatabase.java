package net.gatepost.web;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/** The database where it is H2 and lives in this process. H2 lets in no other process then, unless its address has AUTO_SERVER. */
public final class EmbeddedDatabase {

    private EmbeddedDatabase() {}

    /** What it writes to; empty where the database is another. */
    public static Optional<MVStore> storeOf(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.isWrapperFor(JdbcConnection.class)
                            && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                    ? Optional.of(session.getDatabase().getStore().getMvStore())
                    : Optional.empty();
        }
    }
}
