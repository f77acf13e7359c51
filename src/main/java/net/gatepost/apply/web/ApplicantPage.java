package net.gatepost.apply.web;

import java.util.List;
import java.util.Map;
import net.gatepost.apply.ApplicationView;
import net.gatepost.candidate.CandidatePage;
import org.jspecify.annotations.Nullable;

/**
 * One application, for a recruiter.
 *
 * @param profile null once its owner has been erased
 * @param resume whether the one that was sent can be read
 * @param choices the stages that it can be moved to, by name, in words; a refusal is not among them
 */
record ApplicantPage(
        ApplicationView application,
        String name,
        String title,
        String listHref,
        String kind,
        @Nullable CandidatePage profile,
        ApplicantsPage.@Nullable Verdict verdict,
        boolean resume,
        Map<String, String> choices,
        boolean canDecline,
        List<Timeline.Entry> timeline) {

    @Override
    public String toString() {
        return "ApplicantPage[withheld]";
    }
}
