package net.gatepost.candidate;

import java.util.Optional;
import net.gatepost.candidate.search.CandidateSearch;
import net.gatepost.index.IndexBuilds;
import net.gatepost.index.IndexContents;
import net.gatepost.index.IndexProgress;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The index of candidates as a whole. */
@Component
public class CandidateIndex {

    private final IndexBuilds builds;

    CandidateIndex(IndexBuilds builds) {
        this.builds = builds;
    }

    @Bean
    static IndexContents candidatesToBeFound() {
        return new IndexContents(
                CandidateSearch.PROFILE, "candidate_profile", "visibility <> 'SEALED'", "visibility <> 'SEALED'");
    }

    /** Builds it afresh and waits for it. */
    void rebuild() {
        builds.rebuild(CandidateSearch.PROFILE);
    }

    /** How far it is, while it is being built. */
    public Optional<IndexProgress> underway() {
        return builds.underway(CandidateSearch.PROFILE);
    }
}
