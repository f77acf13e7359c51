package net.gatepost.job.importing;

/** How far a run has come. */
enum ImportState {
    /** Its feed is being fetched and looked through. */
    READING,
    /** Its rows are handled one by one. */
    APPLYING,
    /** It would close more than half, or what a row may have meant, and waits for somebody to say whether it shall. */
    HALTED,
    /** What a full feed does not name any more is closed. */
    CLOSING,
    DONE,
    FAILED;

    /** Nothing happens by itself any more. */
    boolean isAtRest() {
        return isOver() || this == HALTED;
    }

    public boolean isOver() {
        return this == DONE || this == FAILED;
    }

    public String messageKey() {
        return "import.state." + name();
    }
}
