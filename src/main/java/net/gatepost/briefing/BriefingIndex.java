package net.gatepost.briefing;

import java.util.Optional;
import net.gatepost.index.IndexBuilds;
import net.gatepost.index.IndexContents;
import net.gatepost.index.IndexProgress;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The index of briefings as a whole. */
@Component
public class BriefingIndex {

    private final IndexBuilds builds;

    BriefingIndex(IndexBuilds builds) {
        this.builds = builds;
    }

    @Bean
    static IndexContents briefingsToBeFound() {
        return new IndexContents(
                BriefingSearch.BRIEFING,
                "briefing",
                "status in ('PUBLISHED', 'CORRECTED')",
                "status in ('PUBLISHED', 'CORRECTED')");
    }

    /** How far it is, while it is being built. */
    public Optional<IndexProgress> underway() {
        return builds.underway(BriefingSearch.BRIEFING);
    }
}
