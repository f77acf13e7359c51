package net.gatepost.job.importing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a feed row by row, whatever kind it is: XML or CSV, packed with gzip or not. Holds one row at a time. */
final class FeedReader {

    static final int MOST_ROWS = 200_000;

    /** Unpacked: a small file may hold a great deal of nothing. */
    static final long MOST_BYTES = 1L << 30;

    private static final int GZIP = 0x1f8b;
    private static final int LOOK_AHEAD = 1024;

    private FeedReader() {}

    /**
     * @throws FeedUnreadable if it can't be read to its end; some rows may have been handed on by then
     * @throws IOException if the stream fails
     */
    static void read(InputStream sent, Consumer<FeedRow> taker) throws FeedUnreadable, IOException {
        var counted = new Counted(taker);
        try {
            var content = new BufferedInputStream(new Bounded(unpacked(new BufferedInputStream(sent))), 1 << 16);
            if (isXml(content)) {
                XmlFeed.read(content, counted);
            } else {
                CsvFeed.read(content, counted);
            }
        } catch (TooMuch tooMuch) {
            throw new FeedUnreadable(String.valueOf(tooMuch.getMessage()), MOST_ROWS);
        } catch (ZipException broken) {
            throw new FeedUnreadable("import.unreadable.gzip");
        }
        if (counted.rows == 0) {
            throw new FeedUnreadable("import.unreadable.empty");
        }
    }

    private static InputStream unpacked(BufferedInputStream content) throws IOException {
        content.mark(2);
        int magic = content.read() << 8 | content.read();
        content.reset();
        return magic == GZIP ? new GZIPInputStream(content, 1 << 16) : content;
    }

    /** Begins with a "&lt;", after spaces, a mark of the byte order, and the zeros of UTF-16. */
    private static boolean isXml(BufferedInputStream content) throws IOException {
        content.mark(LOOK_AHEAD);
        byte[] start = content.readNBytes(LOOK_AHEAD - 1);
        content.reset();
        for (byte each : start) {
            boolean skipped = each <= ' ' || each == (byte) 0xef || each == (byte) 0xbb || each == (byte) 0xbf;
            if (!skipped) {
                return each == '<';
            }
        }
        return false;
    }

    /** It is more than anybody means. */
    private static final class TooMuch extends RuntimeException {
        TooMuch(String messageKey) {
            super(messageKey, null, false, false);
        }
    }

    private static final class Counted implements Consumer<FeedRow> {

        private final Consumer<FeedRow> taker;
        private int rows;

        Counted(Consumer<FeedRow> taker) {
            this.taker = taker;
        }

        @Override
        public void accept(FeedRow row) {
            if (++rows > MOST_ROWS) {
                throw new TooMuch("import.unreadable.rows");
            }
            taker.accept(row);
        }
    }

    private static final class Bounded extends FilterInputStream {

        private long left = MOST_BYTES;

        Bounded(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooMuch("import.unreadable.large");
            }
            return read;
        }
    }
}
