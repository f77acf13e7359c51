package net.gatepost.job.search;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in the order of all listings, the newest first: behind one that was posted then and has this id, whether or not it
 * is still there.
 *
 * @param postedAt in milliseconds since 1970, which is as fine as the index keeps it
 */
public record Cursor(long postedAt, UUID id) {

    private static final int BYTES = 3 * Long.BYTES;

    /** Far beyond any listing, and within what an index can be asked for. */
    private static final long LATEST = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();

    static Cursor after(ListingCard card) {
        return new Cursor(card.postedAt().toEpochMilli(), card.id());
    }

    Instant moment() {
        return Instant.ofEpochMilli(postedAt);
    }

    /** As an address carries it. Nobody should read anything out of it. */
    public String format() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(postedAt)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty for what {@link #format()} has not made. */
    public static Optional<Cursor> parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        var read = ByteBuffer.wrap(bytes);
        var cursor = new Cursor(read.getLong(), new UUID(read.getLong(), read.getLong()));
        return cursor.postedAt >= 0 && cursor.postedAt <= LATEST ? Optional.of(cursor) : Optional.empty();
    }
}
