package net.gatepost.job.search;

/**
 * The index of live listings, by the names of its fields. Whatever changes here or in {@link ListingCard} takes a new
 * {@link #INDEX}: an index of that name is missing then, and is built when the site starts.
 */
public final class ListingFields {

    public static final String INDEX = "listing-4";

    /** Everything a word may be found in, stemmed. */
    public static final String TEXT = "text";
    /** The title, stemmed: what is found here stands higher. */
    public static final String TITLE = "title";
    /** As written but for its case, for what is quoted. */
    public static final String TITLE_EXACT = "titleExact";

    public static final String EMPLOYER_EXACT = "employerExact";
    public static final String DESCRIPTION_EXACT = "descriptionExact";

    /** A requirement key. */
    public static final String CLEARANCE = "clearance";
    /** Whether nobody without that clearance is taken. */
    public static final String CLEARANCE_REQUIRED = "clearanceRequired";

    /** All of its requirement that a verdict depends on: a {@link net.gatepost.clearance.RequirementSignature}. */
    public static final String REQUIREMENT = "requirement";

    public static final String POLYGRAPH = "polygraph";
    public static final String WORKPLACE = "workplace";
    public static final String EMPLOYMENT = "employment";
    public static final String EMPLOYER = "employer";
    /** Slug and name with a tab between: a facet shows the one and filters by the other. */
    public static final String EMPLOYER_LABEL = "employerLabel";
    /** The most it pays in a year, in cents, where it pays in US dollars: other money can't be compared with it. */
    public static final String PAY = "pay";

    public static final String POSTED = "posted";
    public static final String ENDS = "ends";
    public static final String POINT = "point";
    /** Breaks ties, so that pages neither repeat nor miss a listing. */
    public static final String ORDER = "order";
    /** Only listings of the {@link Sample} have it. */
    public static final String SAMPLE = "sample";
    /** What a row shows, as JSON: stored alone, so that a page of results is read from the index. */
    public static final String CARD = "card";

    private ListingFields() {}
}
