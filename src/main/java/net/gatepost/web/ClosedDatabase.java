package net.gatepost.web;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Has the pool part with a connection whose database is closed. H2 closes it where it can't write, as on a full disk, and calls the
 * connections valid that are left; a new one opens it again as soon as there is room.
 */
public class ClosedDatabase implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return Faults.isDatabaseClosed(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
