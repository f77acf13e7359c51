package net.gatepost.index;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.hibernate.search.mapper.pojo.massindexing.MassIndexingEntityFailureContext;
import org.hibernate.search.mapper.pojo.massindexing.MassIndexingFailureContext;
import org.hibernate.search.mapper.pojo.massindexing.MassIndexingFailureHandler;
import org.hibernate.search.mapper.pojo.massindexing.MassIndexingMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far one run of the mass indexer is, and what became of it. It ends in the same way, and calls itself completed, whether it left
 * out a few or came to nothing at all; only the kind of its failures tells.
 */
class BuildRun implements MassIndexingMonitor, MassIndexingFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(BuildRun.class);

    /** More than these fail for a reason that all of them share. */
    static final int FEW = 1_000;

    private final BooleanSupplier ends;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private final Queue<UUID> leftOut = new ConcurrentLinkedQueue<>();
    private final AtomicLong failures = new AtomicLong();
    private volatile boolean isBroken;

    /** @param ends whether the site ends, whose connections are closed then: no failure of the run is an error any more */
    BuildRun(BooleanSupplier ends) {
        this.ends = ends;
    }

    long read() {
        return read.get();
    }

    long total() {
        return total.get();
    }

    /** Whether the index is not whole, and more is missing than {@link #leftOut}. */
    boolean isBroken() {
        return isBroken || failures.get() > FEW;
    }

    /** The few that could not be read or written. */
    List<UUID> leftOut() {
        return List.copyOf(leftOut);
    }

    @Override
    public void handle(MassIndexingFailureContext failure) {
        isBroken = true;
        tell(failure);
    }

    @Override
    public void handle(MassIndexingEntityFailureContext failure) {
        var references = failure.failingEntityReferences();
        if (references.isEmpty()) {
            isBroken = true;
        }
        if (failures.addAndGet(references.size()) <= FEW) {
            references.forEach(reference -> leftOut.add((UUID) reference.id()));
        }
        tell(failure);
    }

    private void tell(MassIndexingFailureContext failure) {
        if (ends.getAsBoolean()) {
            isBroken = true;
            log.debug("{} as the site ends", failure.failingOperation(), failure.throwable());
        } else {
            log.error("{} failed", failure.failingOperation(), failure.throwable());
        }
    }

    @Override
    public long failureFloodingThreshold() {
        return FEW;
    }

    @Override
    public void documentsAdded(long increment) {
        // What nobody may find makes no document: reading is what shows progress.
    }

    @Override
    public void documentsBuilt(long number) {
        // as above
    }

    @Override
    public void entitiesLoaded(long size) {
        read.addAndGet(size);
    }

    @Override
    public void addToTotalCount(long count) {
        total.addAndGet(count);
    }

    @Override
    public void indexingCompleted() {
        // Called also where it failed.
    }
}
