package net.gatepost.spill;

/**
 * The kinds of marking that the guard knows. Forms of the US markings follow the Information Security Oversight
 * Office's "Marking Classified National Security Information" and the CUI Marking Handbook of the National Archives.
 */
public enum MarkingKind {
    /** A level and control markings in one line: the banner of a classified page. */
    BANNER_MARKING(SpillVerdict.REFUSE),
    /** A level and control markings in brackets, as they stand before a paragraph. */
    PORTION_MARK(SpillVerdict.REFUSE),
    /** Controlled unclassified information with its category, or its designation block. */
    CUI_MARKING(SpillVerdict.REFUSE),
    /** A NATO or foreign government banner, which begins with the two strokes. */
    FOREIGN_MARKING(SpillVerdict.REFUSE),
    /** The same level alone on the first and on the last line of a page. */
    HEADER_AND_FOOTER(SpillVerdict.REFUSE),
    /** Two or more lines of the block that says who classified a document and until when. */
    CLASSIFICATION_AUTHORITY_BLOCK(SpillVerdict.REFUSE),
    /** A US social security number: no marking, but nothing that a site like this may hold either. */
    SOCIAL_SECURITY_NUMBER(SpillVerdict.REFUSE),
    /** A clearance written like a banner, as sloppy advertisements do: "TS//SCI". */
    SLOPPY_CLEARANCE(SpillVerdict.WARN),
    /** A level alone on its line, as a résumé may have it under "Clearance". */
    LEVEL_ON_ITS_OWN_LINE(SpillVerdict.WARN),
    /** Nine digits in the groups of a social security number, with nothing that says so. */
    POSSIBLE_SOCIAL_SECURITY_NUMBER(SpillVerdict.WARN);

    private final SpillVerdict verdict;

    MarkingKind(SpillVerdict verdict) {
        this.verdict = verdict;
    }

    public SpillVerdict verdict() {
        return verdict;
    }

    /** The key of the words for this kind in {@code messages/spill.properties}. */
    public String messageKey() {
        return "spill.kind." + name();
    }
}
