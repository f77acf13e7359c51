package net.gatepost.candidate.search;

/**
 * The index of members who let themselves be found, by the names of its fields. It holds no name, no way to reach anybody, no
 * current employer's name and no date: what a masked profile doesn't show is not in it for open ones either, so that a
 * profile can be masked without waiting for the index. Whatever changes here takes a new {@link #INDEX}.
 */
public final class CandidateFields {

    public static final String INDEX = "candidate-1";

    /** As the index of listings reads English; the two are configured together. */
    public static final String ENGLISH = "gatepost-english";

    public static final String ENGLISH_WITH_SYNONYMS = "gatepost-english-query";
    public static final String EXACT = "gatepost-exact";

    /** What a profile is known by to others; random. */
    public static final String HANDLE = "handle";
    /** Everything a word may be found in, stemmed. */
    public static final String TEXT = "text";
    /** Headline and skills, stemmed: what is found here stands higher. */
    public static final String HEAD = "head";

    public static final String TEXT_EXACT = "textExact";
    /**
     * What the clearances held satisfy, each with the accesses and the polygraph that go with that very clearance:
     * {@code us.secret}, {@code us.secret/ci}.
     */
    public static final String HOLDS = "holds";

    /** The same of those clearances that are in use now, and not only remembered. */
    public static final String IN_USE = "inUse";

    public static final String AVAILABILITY = "availability";
    public static final String RELOCATION = "relocation";
    /** Where they would work. */
    public static final String POINT = "point";
    /** The day of the last change. */
    public static final String CHANGED = "changed";
    /** The ids of the employers that they blocked. */
    public static final String BLOCKED = "blocked";
    /** What their current employers are known by, as hashes: see {@code EmployerTraces}. */
    public static final String EMPLOYED = "employed";

    private CandidateFields() {}
}
