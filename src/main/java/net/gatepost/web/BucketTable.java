package net.gatepost.web;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.AbstractSelectForUpdateBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.LockAndGetResult;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;

/**
 * Where Bucket4j keeps its buckets: a table, for both databases. It has a few connections of its own: a limit is often taken
 * within somebody's transaction, and many that each hold one connection and wait for a second would wait for ever.
 */
@Component
class BucketTable extends AbstractSelectForUpdateBasedProxyManager<String> implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final int DELETED_AT_ONCE = 1_000;

    /** A bucket that is full again tells nothing; kept a little, since who comes often comes again. */
    private static final ExpirationAfterWriteStrategy KEPT =
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1));

    /** For a row that has no bucket yet: somebody is about to put it in. */
    private static final Duration KEPT_EMPTY = Duration.ofMinutes(10);

    private final HikariDataSource connections;
    private final JdbcTransactionManager transactions;
    private final JdbcClient database;
    private final Clock clock;

    BucketTable(DataSource dataSource, Clock clock) throws SQLException {
        super(ClientSideConfig.getDefault().withExpirationAfterWriteStrategy(KEPT));
        var settings = new HikariConfig();
        dataSource.unwrap(HikariDataSource.class).copyStateTo(settings);
        settings.setPoolName("limits");
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(0);
        connections = new HikariDataSource(settings);
        transactions = new JdbcTransactionManager(connections);
        database = JdbcClient.create(connections);
        this.clock = clock;
    }

    /** Forgets the buckets that are full again. */
    void forgetFull() {
        int deleted;
        do {
            deleted = database.sql("delete from rate_limit where id in"
                            + " (select id from rate_limit where expires_at < ? order by expires_at limit ?)")
                    .param(at(clock.instant()))
                    .param(DELETED_AT_ONCE)
                    .update();
        } while (deleted == DELETED_AT_ONCE);
    }

    @Override
    public void close() {
        connections.close();
    }

    @Override
    public boolean isExpireAfterWriteSupported() {
        return true;
    }

    @Override
    public void removeProxy(String key) {
        database.sql("delete from rate_limit where id = ?").param(key).update();
    }

    @Override
    protected SelectForUpdateBasedTransaction allocateTransaction(String key, Optional<Long> timeoutNanos) {
        return new Take(key);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private final class Take implements SelectForUpdateBasedTransaction {

        private final String key;
        private @Nullable TransactionStatus transaction;

        private Take(String key) {
            this.key = key;
        }

        @Override
        public void begin(Optional<Long> timeoutNanos) {
            transaction = transactions.getTransaction(null);
        }

        @Override
        public LockAndGetResult tryLockAndGet(Optional<Long> timeoutNanos) {
            var states = database.sql("select state from rate_limit where id = ? for update")
                    .param(key)
                    .query((row, number) -> row.getBytes(1))
                    .list();
            return states.isEmpty() ? LockAndGetResult.notLocked() : LockAndGetResult.locked(states.get(0));
        }

        @Override
        public boolean tryInsertEmptyData(Optional<Long> timeoutNanos) {
            return database.sql("insert into rate_limit (id, expires_at) values (?, ?) on conflict do nothing")
                            .param(key)
                            .param(at(clock.instant().plus(KEPT_EMPTY)))
                            .update()
                    > 0;
        }

        @Override
        public void update(byte[] data, RemoteBucketState state, Optional<Long> timeoutNanos) {
            var now = clock.instant();
            long millis = KEPT.calculateTimeToLiveMillis(state, now.toEpochMilli() * 1_000_000);
            database.sql("update rate_limit set state = ?, expires_at = ? where id = ?")
                    .param(data)
                    .param(at(now.plusMillis(millis)))
                    .param(key)
                    .update();
        }

        @Override
        public void commit(Optional<Long> timeoutNanos) {
            transactions.commit(begun());
        }

        @Override
        public void rollback() {
            transactions.rollback(begun());
        }

        @Override
        public void release() {
            // The connection goes back with the end of the transaction.
        }

        private TransactionStatus begun() {
            if (transaction == null) {
                throw new IllegalStateException("no take has begun");
            }
            return transaction;
        }
    }
}
