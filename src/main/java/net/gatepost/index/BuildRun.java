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
import org.slf4j.event.Level;

/**
 * How far one run of the mass indexer is, and what became of it. It fails in the same way whether it left out a few or came to nothing
 * at all; only the kind of its failures tells.
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
    private volatile boolean hasFailedAsAWhole;
    private volatile boolean isCompleted;

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

    /** Of a run that has failed: whether the index is whole but for {@link #leftOut}. Some failures it tells nobody of. */
    boolean isWholeButForFew() {
        return isCompleted && !isBroken() && failures.get() > 0;
    }

    private boolean isBroken() {
        return hasFailedAsAWhole || failures.get() > FEW;
    }

    /** The few that could not be read or written. */
    List<UUID> leftOut() {
        return List.copyOf(leftOut);
    }

    @Override
    public void handle(MassIndexingFailureContext failure) {
        tell(failure);
        hasFailedAsAWhole = true;
    }

    @Override
    public void handle(MassIndexingEntityFailureContext failure) {
        tell(failure);
        var references = failure.failingEntityReferences();
        if (references.isEmpty()) {
            hasFailedAsAWhole = true;
        }
        if (failures.addAndGet(references.size()) <= FEW) {
            references.forEach(reference -> leftOut.add((UUID) reference.id()));
        }
    }

    /** Not all of many that follow from one. */
    private void tell(MassIndexingFailureContext failure) {
        boolean isExpected = ends.getAsBoolean() || isBroken();
        log.atLevel(isExpected ? Level.DEBUG : Level.ERROR)
                .setCause(failure.throwable())
                .log("{} failed", failure.failingOperation());
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
        // Also where it failed, but not where an Error ended it.
        isCompleted = true;
    }
}
