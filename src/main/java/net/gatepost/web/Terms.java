package net.gatepost.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The operator's promises ({@code /terms} and {@code /privacy}) that a member agrees to when joining. */
@Component
public class Terms {

    private final String version;

    Terms(@Value("${gatepost.operator.terms-version}") String version) {
        this.version = version;
    }

    /** The date of the current version; kept with each account as what its owner agreed to. */
    public String version() {
        return version;
    }
}
