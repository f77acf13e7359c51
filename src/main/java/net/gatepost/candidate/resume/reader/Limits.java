package net.gatepost.candidate.resume.reader;

/** How much a résumé may be. Generous for any real one, and far below what would hurt. */
final class Limits {

    static final int MOST_BYTES = 8 * 1024 * 1024;
    static final int MOST_CHARACTERS = 2_000_000;

    static final int MOST_ENTRIES = 1_000;
    static final long MOST_UNPACKED = 40L * 1024 * 1024;
    /** XML packs to a tenth or a twentieth; bombs to a thousandth. */
    static final long MOST_RATIO = 150;
    /** Below this a ratio says nothing. */
    static final long SMALL = 256 * 1024;

    static final int MOST_PAGES = 200;
    static final int MOST_OBJECTS = 300_000;

    private Limits() {}
}
