package net.gatepost.apply.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.apply.ApplicationView;
import net.gatepost.candidate.CandidatePage;
import net.gatepost.job.web.ListingReader;
import org.jspecify.annotations.Nullable;

/**
 * One application, for a recruiter.
 *
 * @param profile null once its owner has been erased
 * @param eligibility the verdict, requirement by requirement
 * @param reasons what is said most often to who is declined, by name
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
        ListingReader.@Nullable Explanation eligibility,
        Team team,
        Map<String, String> reasons,
        boolean resume,
        Map<String, String> choices,
        boolean canDecline,
        List<Timeline.Entry> timeline) {

    /**
     * What the team keeps among itself.
     *
     * @param own the viewer's own rating; 0 for none
     * @param mean in words; null where nobody has rated
     */
    record Team(List<Note> notes, int own, @Nullable String mean) {}

    /** @param removable by the viewer */
    record Note(UUID id, String by, String when, String words, boolean removable) {
        @Override
        public String toString() {
            return "Note[withheld]";
        }
    }

    @Override
    public String toString() {
        return "ApplicantPage[withheld]";
    }
}
