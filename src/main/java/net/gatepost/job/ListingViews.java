package net.gatepost.job;

import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Counts how often listings are opened, without a statement on the page: this process keeps what it has seen and writes it
 * down twice a minute. What it has not written is lost when it is killed; nobody was promised it.
 */
@Component
public class ListingViews {

    private static final Logger log = LoggerFactory.getLogger(ListingViews.class);

    private final Map<UUID, LongAdder> seen = new ConcurrentHashMap<>();
    private final ListingCounts counts;

    ListingViews(ListingCounts counts) {
        this.counts = counts;
    }

    public void saw(UUID listingId) {
        seen.computeIfAbsent(listingId, first -> new LongAdder()).increment();
    }

    /** Writes down what was seen since the last time. */
    @PreDestroy
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    public void writeDown() {
        var some = new HashMap<UUID, Long>();
        for (UUID listing : seen.keySet()) {
            var count = seen.remove(listing);
            if (count != null && count.sum() > 0) {
                some.put(listing, count.sum());
            }
        }
        if (some.isEmpty()) {
            return;
        }
        try {
            counts.add(Figure.VIEWS, some);
        } catch (DataAccessException | TransactionException unreachable) {
            log.warn("Views of {} listings wait for the database", some.size(), unreachable);
            some.forEach((listing, count) ->
                    seen.computeIfAbsent(listing, first -> new LongAdder()).add(count));
        }
    }
}
