package net.gatepost.briefing;

/**
 * The index of published briefings, by the names of its fields. Whatever changes here takes a new {@link #INDEX}: an index
 * of that name is missing then, and is built when the site starts.
 */
final class BriefingFields {

    static final String INDEX = "briefing-1";

    /** Everything a word may be found in, stemmed. */
    static final String TEXT = "text";
    /** The headline, stemmed: what is found here stands higher. */
    static final String HEADLINE = "headline";
    /** All of it as written but for its case, for what is quoted. */
    static final String EXACT = "exact";
    /** A topic's slug. */
    static final String TOPIC = "topic";

    static final String PUBLISHED = "published";
    /** The id: breaks ties, so that pages neither repeat nor miss a briefing. */
    static final String ORDER = "order";

    private BriefingFields() {}
}
