package net.gatepost.candidate.resume.reader;

/** A file isn't kept. */
public class ResumeRefused extends Exception {

    private final Refusal reason;

    public ResumeRefused(Refusal reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
