package net.gatepost.candidate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.gatepost.clearance.Clearance;

/**
 * A whole profile, as whoever runs the site brings it in for an account that has none.
 *
 * @param accountId of an account that exists, at the latest in the same transaction
 * @param writtenAt when its owner is to have written it
 */
public record CandidateImport(
        UUID accountId,
        Visibility visibility,
        Basics basics,
        Plans plans,
        Personal personal,
        List<Clearance> clearances,
        List<Work> work,
        List<Certification> certifications,
        List<MilitaryService> service,
        Instant writtenAt) {

    public CandidateImport {
        clearances = List.copyOf(clearances);
        work = List.copyOf(work);
        certifications = List.copyOf(certifications);
        service = List.copyOf(service);
    }

    /** Withheld, as all of a profile is. */
    @Override
    public String toString() {
        return "CandidateImport[withheld]";
    }
}
