package net.gatepost.candidate;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What a profile lacks that employers of cleared people ask for, most useful first. */
public enum Missing {
    CLEARANCE("/me/profile/clearances/new", profile -> profile.clearances().isEmpty()),
    HEADLINE("/me/profile/basics", profile -> profile.basics().headline() == null),
    CITIZENSHIP("/me/profile/personal", profile -> profile.personal().citizenship() == null),
    PLACES("/me/profile/plans", profile -> profile.plans().places().isEmpty()),
    AVAILABILITY("/me/profile/plans", profile -> profile.plans().availability() == null),
    SKILLS("/me/profile/basics", profile -> profile.basics().skills().isEmpty()),
    WORK("/me/profile/work/new", profile -> profile.rows(Section.WORK).isEmpty()),
    SUMMARY("/me/profile/basics", profile -> profile.basics().summary() == null),
    PHONE("/me/profile/personal", profile -> profile.personal().phone() == null);

    private final String path;
    private final Predicate<CandidateProfile> lacking;

    Missing(String path, Predicate<CandidateProfile> lacking) {
        this.path = path;
        this.lacking = lacking;
    }

    static List<Missing> in(CandidateProfile profile) {
        return Arrays.stream(values())
                .filter(part -> part.lacking.test(profile))
                .toList();
    }

    /** Where it can be added. */
    public String path() {
        return path;
    }

    /** The key of its words, an invitation: "Add a clearance". */
    public String messageKey() {
        return "candidate.missing." + name();
    }
}
