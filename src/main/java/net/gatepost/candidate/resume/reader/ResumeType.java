package net.gatepost.candidate.resume.reader;

/** The kinds of file that a résumé may be. */
public enum ResumeType {
    PDF("application/pdf", ".pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");

    private final String mediaType;
    private final String ending;

    ResumeType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** As file names end: ".pdf". */
    public String ending() {
        return ending;
    }
}
