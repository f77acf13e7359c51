package net.gatepost.briefing;

import java.time.Instant;

/** What an editor says about a correction, and when. */
public record CorrectionNote(Instant at, String note) {

    public static final int LONGEST = 1_000;
}
