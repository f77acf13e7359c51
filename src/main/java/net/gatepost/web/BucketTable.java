package net.gatepost.web;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where Bucket4j keeps its buckets: a table, for both databases. A take reads its bucket and writes it back if it is still as
 * it was read: one commit, also for a new bucket. It has a few connections of its own: a limit is often taken within somebody's
 * transaction, and many that each hold one connection and wait for a second would wait for ever.
 */
@Component
class BucketTable extends AbstractCompareAndSwapBasedProxyManager<String> implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final Duration IDLE_FOR = Duration.ofSeconds(20);

    /** A bucket that is full again tells nothing; kept a little, since who comes often comes again. */
    private static final ExpirationAfterWriteStrategy KEPT =
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1));

    private final HikariDataSource connections;
    private final JdbcClient database;
    private final Clock clock;

    BucketTable(DataSource dataSource, Clock clock) throws SQLException {
        super(ClientSideConfig.getDefault().withExpirationAfterWriteStrategy(KEPT));
        var settings = new HikariConfig();
        dataSource.unwrap(HikariDataSource.class).copyStateTo(settings);
        settings.setPoolName("limits");
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(0);
        settings.setIdleTimeout(IDLE_FOR.toMillis());
        connections = new HikariDataSource(settings);
        database = JdbcClient.create(connections);
        this.clock = clock;
    }

    /** Forgets the buckets that are full again, and those of a clock that ran ahead, which would not fill up until then. */
    void forgetFull() {
        var now = clock.instant();
        Outdated.delete(database, "rate_limit", "expires_at", now, LongestPause.after(now));
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
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
        return new Take(key);
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
        throw new UnsupportedOperationException();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private final class Take implements CompareAndSwapOperation {

        private final String key;

        private Take(String key) {
            this.key = key;
        }

        @Override
        public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
            return database.sql("select state from rate_limit where id = ? and state is not null")
                    .param(key)
                    .query((row, number) -> row.getBytes(1))
                    .optional();
        }

        @Override
        public boolean compareAndSwap(
                byte @Nullable [] before, byte[] after, RemoteBucketState state, Optional<Long> timeoutNanos) {
            var now = clock.instant();
            var expires = at(now.plusMillis(KEPT.calculateTimeToLiveMillis(state, now.toEpochMilli() * 1_000_000)));
            return before == null ? isFirst(after, expires) : isStill(before, after, expires);
        }

        /** A row without a state is left of a process of an older version that ended between two steps. */
        private boolean isFirst(byte[] state, OffsetDateTime expires) {
            return database.sql(
                                            "insert into rate_limit (id, state, expires_at) values (?, ?, ?) on conflict do nothing")
                                    .params(key, state, expires)
                                    .update()
                            == 1
                    || database.sql("update rate_limit set state = ?, expires_at = ? where id = ? and state is null")
                                    .params(state, expires, key)
                                    .update()
                            == 1;
        }

        private boolean isStill(byte[] before, byte[] state, OffsetDateTime expires) {
            return database.sql("update rate_limit set state = ?, expires_at = ? where id = ? and state = ?")
                            .params(state, expires, key, before)
                            .update()
                    == 1;
        }
    }
}
