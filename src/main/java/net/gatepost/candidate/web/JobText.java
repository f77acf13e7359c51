package net.gatepost.candidate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.gatepost.candidate.Skills;
import net.gatepost.candidate.search.CandidateQuery;
import net.gatepost.candidate.search.ClearanceFilter;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.ClearanceWording;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.place.Gazetteer;
import net.gatepost.place.Place;
import org.springframework.stereotype.Component;

/**
 * Reads out of the text of a job whom to look for: the clearance that it insists on, the skills that it names, and the town. What
 * can't be told for certain is left to the recruiter, and said.
 */
@Component
class JobText {

    /** "Fort Meade, MD": how ads name a town. */
    private static final Pattern TOWN =
            Pattern.compile("((?:\\p{Lu}[\\p{L}.'’-]{0,30} ){0,3}\\p{Lu}[\\p{L}.'’-]{0,30}), ?(\\p{Lu}{2})\\b");

    private static final int TOWNS_TRIED = 20;

    private final ClearanceWording wording = ClearanceWording.shipped();
    private final ClearanceCatalogue catalogue;
    private final Gazetteer gazetteer;
    private final Skills skills;

    JobText(ClearanceCatalogue catalogue, Gazetteer gazetteer, Skills skills) {
        this.catalogue = catalogue;
        this.gazetteer = gazetteer;
        this.skills = skills;
    }

    /** The search for whoever fits, as if it had been typed; its remarks say what was not understood. */
    CandidateQueries.Typed read(String text) {
        List<String> remarks = new ArrayList<>();
        var wanted = skills.in(text).stream().limit(CandidateQuery.MOST_SKILLS).toList();
        if (wanted.isEmpty()) {
            remarks.add("candidate.job.no-skill");
        }
        var mention = wording.mentionIn(text);
        var required = Optional.ofNullable(mention.requirement()).filter(JobText::isInsistedOn);
        var clearance = required.flatMap(this::filter).orElse(null);
        if (mention.requirement() != null && required.isEmpty()) {
            remarks.add("candidate.job.clearance-not-required");
        } else if (clearance == null) {
            remarks.add(mention.isNamed() ? "candidate.job.clearance-unclear" : "candidate.job.no-clearance");
        }
        var town = town(text);
        if (town.isEmpty()) {
            remarks.add("candidate.job.no-place");
        }
        var near = town.map(place ->
                        new CandidateQuery.Circle(place.latitude(), place.longitude(), CandidateQueries.DEFAULT_MILES))
                .orElse(null);
        return new CandidateQueries.Typed(
                CandidateQuery.EVERYBODY.holding(clearance).wanting(wanted).near(near),
                town.map(Place::label).orElse(""),
                remarks);
    }

    /** Whoever lacks what will be sponsored, or is only welcome, fits as well. */
    private static boolean isInsistedOn(ClearanceRequirement asked) {
        return asked.importance() == ClearanceRequirement.Importance.REQUIRED
                && !asked.willSponsor()
                && asked.level() != null;
    }

    private Optional<ClearanceFilter> filter(ClearanceRequirement asked) {
        var key = new RequirementKey(asked.level(), asked.accesses());
        return catalogue.keys().contains(key)
                ? Optional.of(ClearanceFilter.of(key).with(asked.polygraph()))
                : Optional.empty();
    }

    private Optional<Place> town(String text) {
        return TOWN.matcher(text)
                .results()
                .limit(TOWNS_TRIED)
                .flatMap(found -> townsOf(found.group(1), found.group(2)))
                .findFirst();
    }

    /** "Systems Engineer Fort Meade, MD" names the town with its last words. */
    private Stream<Place> townsOf(String words, String state) {
        List<String> names = new ArrayList<>();
        for (String rest = words; ; rest = rest.substring(rest.indexOf(' ') + 1)) {
            names.add(rest);
            if (rest.indexOf(' ') < 0) {
                break;
            }
        }
        return names.stream().flatMap(name -> gazetteer.find(name + ", " + state).exact().stream());
    }
}
