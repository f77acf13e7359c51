package net.gatepost.alert;

import java.nio.ByteBuffer;
import java.util.Collection;

/** Places of listings among those they were matched with, two bytes each: what the table of matches holds. */
final class Places {

    /** As many as two bytes tell apart. */
    static final int MOST = 1 << 16;

    private Places() {}

    /** @throws IllegalArgumentException if one is below 0, or {@link #MOST} or more */
    static byte[] pack(Collection<Integer> places) {
        var bytes = ByteBuffer.allocate(places.size() * Short.BYTES);
        for (int place : places) {
            if (place < 0 || place >= MOST) {
                throw new IllegalArgumentException("no such place: " + place);
            }
            bytes.putShort((short) place);
        }
        return bytes.array();
    }

    /** In the order in which they were packed. */
    static int[] unpack(byte[] packed) {
        var bytes = ByteBuffer.wrap(packed);
        int[] places = new int[packed.length / Short.BYTES];
        for (int at = 0; at < places.length; at++) {
            places[at] = Short.toUnsignedInt(bytes.getShort());
        }
        return places;
    }
}
