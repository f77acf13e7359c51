package net.gatepost.candidate.search;

/**
 * The index of members who let themselves be found, by the names of its fields. It holds no name, no way to reach anybody, no
 * current employer's name and no date of theirs: what a masked profile doesn't show is not in it for open ones either, so that
 * a profile can be masked without waiting for the index. Where dates decide, it holds what they came to when it was written,
 * and {@link #BANDS_OF} says when that was. Whatever changes here takes a new {@link #INDEX}.
 */
public final class CandidateFields {

    public static final String INDEX = "candidate-2";

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
     * What the clearances held satisfy, each with the accesses, the polygraph and the age of the investigation that go with that
     * very clearance, as {@link ClearanceFilter#token} writes it: {@code us.secret}, {@code us.secret/ci/five_years}.
     */
    public static final String HOLDS = "holds";

    /** The same of those clearances that are in use, or can be reinstated. */
    public static final String CURRENT = "current";

    /** The same of those clearances that are in use now, and not only remembered. */
    public static final String IN_USE = "inUse";

    /** The month (2026-11) for which it was computed what clearances are current and how old their investigations are. */
    public static final String BANDS_OF = "bandsOf";

    /** What they can do, as {@code Skills} names it, wherever their profile says so. */
    public static final String SKILLS = "skills";

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
