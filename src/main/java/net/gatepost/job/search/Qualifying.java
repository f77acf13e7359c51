package net.gatepost.job.search;

import net.gatepost.clearance.Eligibility.Verdict;
import net.gatepost.clearance.Qualification;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who searches qualifies for.
 *
 * @param least leaves out listings with a lower verdict: MEETS or COULD_MEET; null leaves out none and only counts
 */
public record Qualifying(
        Qualification qualification, @Nullable Verdict least) {

    public Qualifying {
        if (least == Verdict.DOES_NOT_MEET) {
            throw new IllegalArgumentException("everything is at least not met: that narrows nothing");
        }
    }
}
