package net.gatepost.candidate.resume.reader;

/** Why a file isn't kept. */
public enum Refusal {
    /** No file, or one without a byte. */
    EMPTY,
    TOO_LARGE,
    /** Neither a PDF nor a Word document, whatever its name says. */
    WRONG_TYPE,
    /** It opens with a password only, or limits what may be done with it. */
    ENCRYPTED,
    /** Cut off, or written against the rules of its format. */
    DAMAGED,
    MACROS,
    /** It runs or starts something when it is opened or clicked. */
    ACTIVE,
    /** It carries other files. */
    EMBEDDED,
    /** It fetches something from elsewhere when it is opened, which would tell there who reads it. */
    REMOTE,
    /** It unpacks to far more than a résumé, or needs too much memory. */
    TOO_COMPLEX,
    TOO_SLOW,
    /** As many files are being read as may be at once. */
    BUSY;

    /** The key of its words: what is wrong and what to do. */
    public String messageKey() {
        return "candidate.resume.refused." + name();
    }
}
