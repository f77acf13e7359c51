package net.gatepost.candidate;

/** A section has as many entries as it may have. */
public class SectionFull extends RuntimeException {

    SectionFull(Section<?> section) {
        super("no more than " + section.most() + " in " + section, null, false, false);
    }
}
