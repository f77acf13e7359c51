package net.gatepost.site;

import java.sql.SQLException;
import javax.sql.DataSource;
import net.gatepost.web.EmbeddedDatabase;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes what still counts in worn parts of the embedded database's file anew, so that their room is used again. H2 does so
 * in the thread that writes commits late. Where each commit waits for the disk there is no such thread, and the file grows to
 * many times what it holds. Does nothing where the database is another.
 */
@Component
class H2Housekeeping {

    /** How much of what parts of the file hold has to count still, in percent, so that nothing is done. */
    private static final int GOOD_ENOUGH = 60;

    /** What is written anew at once while commits wait; in bytes. */
    private static final int AT_ONCE = 8 << 20;

    private static final Logger log = LoggerFactory.getLogger(H2Housekeeping.class);

    private final DataSource database;
    private @Nullable MVStore store;
    private boolean isAnother;

    H2Housekeeping(DataSource database) {
        this.database = database;
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 10_000)
    synchronized void tidy() {
        try {
            if (!isAnother && (store == null || store.isClosed())) {
                store = EmbeddedDatabase.storeOf(database).orElse(null);
                isAnother = store == null;
            }
            if (store != null) {
                store.compact(GOOD_ENOUGH, AT_ONCE);
            }
        } catch (SQLException | MVStoreException unwell) {
            // A full disk, or a database that is away: pages say so, and this comes again in a second.
            log.debug("The database's file is not tidied now", unwell);
        }
    }
}
