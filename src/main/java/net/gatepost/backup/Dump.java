package net.gatepost.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** How one kind of database is written to a file and read from it, by its own means. */
interface Dump {

    /** The name of the file in a backup. */
    String file();

    /** Makes the connection's next transaction see one moment, whatever others commit meanwhile. */
    void seeOneMoment(Connection connection) throws SQLException;

    /** @param moment in the transaction that sees it */
    void write(Connection moment, Path file) throws SQLException;

    /** @param empty a database without tables */
    void read(Path file, Connection empty) throws SQLException;
}
