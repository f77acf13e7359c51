package net.gatepost.index;

/**
 * How far an index that is being built has come.
 *
 * @param index the entity that is in it
 * @param read of all rows, including those that nobody may find
 * @param total 0 before they are counted
 */
public record IndexProgress(String index, long read, long total) {

    /** Never 100: it is done when nobody has to be told any more. */
    public long percent() {
        return total == 0 ? 0 : Math.min(99, 100 * read / total);
    }
}
