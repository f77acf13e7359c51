package net.gatepost.job.importing;

/** What became of a row. */
enum Outcome {
    WAITING,
    MADE,
    CHANGED,
    UNCHANGED,
    /** It was made, and is a draft until its employer is verified. */
    DRAFTED,
    /** A full feed did not name it any more. */
    CLOSED,
    REFUSED;

    public String messageKey() {
        return "import.outcome." + name();
    }
}
