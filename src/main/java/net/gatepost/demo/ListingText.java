package net.gatepost.demo;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.demo.RoleFamily.Rank;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Workplace;
import org.jspecify.annotations.Nullable;

/**
 * Writes one description, in Markdown: the role's own sentences, what all listings have in common, and what the listing says in
 * its other fields, so that text and fields never contradict each other.
 */
final class ListingText {

    private final Words words;
    private final Dice dice;
    private final Map<String, String> gaps = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    ListingText(Words words, Dice dice, String employer, @Nullable String place, String focus) {
        this.words = words;
        this.dice = dice;
        gaps.put("employer", employer);
        gaps.put("place", place == null ? "the office" : place);
        gaps.put("focus", focus);
        gaps.put("team", String.valueOf(dice.between(4, 19)));
        gaps.put("days", String.valueOf(dice.between(15, 28)));
        gaps.put("money", String.format(Locale.US, "%,d", dice.between(4, 20) * 500));
    }

    String write(
            RoleFamily family,
            Rank rank,
            ClearanceRequirement clearance,
            boolean citizensOnly,
            Workplace workplace,
            EmploymentType employment,
            boolean contingent,
            boolean hasPlace,
            String aboutEmployer) {
        var opening = new ArrayList<String>();
        opening.add(say(dice.of(family.openings())));
        if (hasPlace && workplace != Workplace.REMOTE) {
            opening.add(say(dice.of(words.settings())));
        }
        dice.some(words.teams(), dice.between(1, 2)).forEach(team -> opening.add(say(team)));
        paragraph(opening);
        boolean employerFirst = dice.percent(25);
        if (employerFirst) {
            about(aboutEmployer);
        }
        section("duties", family.duties(), dice.between(4, 6), List.of());
        section(
                "requirements",
                family.requirements(),
                dice.between(3, 5),
                List.of(say(dice.of(
                        requireNonNull(words.experience().get(rank.name().toLowerCase(Locale.ROOT)))))));
        if (dice.percent(65)) {
            section("nice", family.nice(), dice.between(2, 3), List.of());
        }
        heading("clearance");
        paragraph(clearance(clearance, citizensOnly));
        var terms = terms(workplace, employment, contingent, hasPlace);
        if (!terms.isEmpty()) {
            paragraph(terms);
        }
        section("benefits", words.benefits(), dice.between(3, 6), List.of());
        if (!employerFirst && dice.percent(60)) {
            about(aboutEmployer);
        }
        paragraph(dice.some(words.closings(), dice.between(1, 2)).stream()
                .map(this::say)
                .toList());
        return text.toString().strip();
    }

    private void about(String employer) {
        heading("about");
        paragraph(List.of(employer));
    }

    private List<String> clearance(ClearanceRequirement asked, boolean citizensOnly) {
        List<String> sentences = new ArrayList<>();
        var level = asked.level();
        if (level == null) {
            sentences.add(common("none"));
        } else {
            var phrase =
                    new StringBuilder(say(dice.of(requireNonNull(words.levels().get(level.value()), level.value()))));
            if (asked.accesses().contains(Access.SCI)) {
                phrase.append(' ').append(say(dice.of(words.sci())));
            }
            if (asked.accesses().contains(Access.SAP)) {
                phrase.append(' ').append(say(dice.of(words.sap())));
            }
            if (asked.polygraph() != PolygraphRequirement.NONE) {
                phrase.append(' ')
                        .append(say(dice.of(requireNonNull(
                                words.polygraph().get(asked.polygraph().name())))));
            }
            gaps.put("clearance", phrase.toString());
            sentences.add(common(asked.isPreferred() ? "preferred" : "required"));
        }
        if (asked.interimAccepted()) {
            sentences.add(common("interim"));
        }
        if (asked.willSponsor()) {
            sentences.add(common("sponsor"));
        }
        if (citizensOnly) {
            sentences.add(common("citizens"));
        }
        return sentences;
    }

    private String common(String about) {
        return say(dice.of(requireNonNull(words.clearance().get(about))));
    }

    private List<String> terms(Workplace workplace, EmploymentType employment, boolean contingent, boolean hasPlace) {
        List<String> sentences = new ArrayList<>();
        if (workplace != Workplace.ON_SITE) {
            String which = workplace == Workplace.REMOTE && !hasPlace ? "REMOTE_ANYWHERE" : workplace.name();
            sentences.add(say(dice.of(requireNonNull(words.away().get(which)))));
        }
        if (employment == EmploymentType.PART_TIME) {
            sentences.add(say(dice.of(words.partTime())));
        } else if (employment == EmploymentType.CONTRACT) {
            sentences.add(say(dice.of(words.contract())));
        }
        if (contingent) {
            sentences.add(say(dice.of(words.contingent())));
        }
        return sentences;
    }

    private void section(String heading, List<Phrase> from, int count, List<String> first) {
        heading(heading);
        first.forEach(this::item);
        dice.some(from, count).forEach(phrase -> item(say(phrase)));
        text.append('\n');
    }

    private void heading(String which) {
        text.append("## ")
                .append(say(dice.of(requireNonNull(words.headings().get(which)))))
                .append("\n\n");
    }

    private void paragraph(List<String> sentences) {
        text.append(String.join(" ", sentences)).append("\n\n");
    }

    private void item(String words) {
        text.append("- ").append(words).append('\n');
    }

    private String say(Phrase phrase) {
        return phrase.say(dice, gaps);
    }
}
