package net.gatepost.candidate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.gatepost.candidate.CandidatePage.Fact;
import net.gatepost.candidate.search.CandidateQuery;
import net.gatepost.candidate.search.ClearanceFilter;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.ClearanceStatus;
import net.gatepost.place.Distance;
import net.gatepost.place.Gazetteer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says by what somebody is found: nothing that their masked profile doesn't show. */
@Component
class CandidateFit {

    private final CandidatePages pages;
    private final CandidateWords words;
    private final Gazetteer gazetteer;
    private final Clock clock;

    CandidateFit(CandidatePages pages, CandidateWords words, Gazetteer gazetteer, Clock clock) {
        this.pages = pages;
        this.words = words;
        this.gazetteer = gazetteer;
        this.clock = clock;
    }

    /** What of the query the profile answers, and by what; empty where the query asks for nothing that can be explained. */
    List<Fact> reasons(CandidateQuery query, CandidateProfile profile, String ownerName) {
        if (!query.hasReasons()) {
            return List.of();
        }
        var facts = new Facts(words).add("fit-clearance", clearance(query, profile));
        Set<String> asked = new LinkedHashSet<>(query.skills());
        asked.addAll(query.wanted());
        if (!asked.isEmpty()) {
            var has = new LinkedHashSet<>(asked);
            has.retainAll(pages.maskedSkills(profile, ownerName));
            var hasNot = new LinkedHashSet<>(asked);
            hasNot.removeAll(has);
            facts.add(
                            "fit-skills",
                            has.isEmpty()
                                    ? null
                                    : words.message(
                                            "candidate.fit.skills", String.join(", ", has), has.size(), asked.size()))
                    .add("fit-skills-missing", String.join(", ", hasNot));
        }
        return facts.add("fit-place", place(query.near(), profile)).list();
    }

    /** The one that stands best of those that answer the filter. */
    private @Nullable String clearance(CandidateQuery query, CandidateProfile profile) {
        var filter = query.clearance();
        var today = LocalDate.now(clock);
        var catalogue = words.catalogue();
        return filter == null
                ? null
                : profile.clearances().stream()
                        .filter(held ->
                                ClearanceFilter.metBy(held, catalogue, today).anyMatch(filter::equals))
                        .min(Comparator.comparing(
                                held -> catalogue.status(held, today).state()))
                        .map(held -> clearance(held, catalogue.status(held, today)))
                        .orElse(null);
    }

    private String clearance(Clearance held, ClearanceStatus status) {
        return words.message(
                "candidate.fit.clearance",
                words.catalogue().badge(held).label(),
                words.message(status.state().messageKey()));
    }

    private @Nullable String place(CandidateQuery.@Nullable Circle near, CandidateProfile profile) {
        if (near == null) {
            return null;
        }
        record Near(String label, Distance distance) {}
        return profile.plans().places().stream()
                .flatMap(wanted -> gazetteer.byId(wanted.placeId()).stream()
                        .map(place -> new Near(
                                wanted.label(),
                                Distance.between(
                                        near.latitude(), near.longitude(), place.latitude(), place.longitude()))))
                .min(Comparator.comparing(Near::distance))
                .map(nearest -> words.message(
                        "candidate.fit.place",
                        nearest.label(),
                        Math.round(nearest.distance().miles())))
                .orElse(null);
    }
}
