package net.gatepost.candidate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.gatepost.candidate.CandidatePage.Audience;
import net.gatepost.candidate.CandidatePage.Fact;
import net.gatepost.candidate.CandidatePage.Part;
import net.gatepost.web.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts profiles into words for whoever looks at them, and decides here alone what a masked one says. */
@Component
public class CandidatePages {

    private final CandidateWords words;
    private final Skills skills;
    private final Clock clock;

    CandidatePages(CandidateWords words, Skills skills, Clock clock) {
        this.words = words;
        this.skills = skills;
        this.clock = clock;
    }

    /** @param ownerName as the account has it */
    public CandidatePage page(CandidateProfile profile, String ownerName, Audience audience) {
        boolean masked = audience == Audience.MASKED;
        var masking = masking(profile, ownerName);
        var basics = masked ? masked(profile.basics(), masking) : profile.basics();
        var items = items(profile, audience, masking);
        var summary = basics.summary();
        return new CandidatePage(
                audience,
                masked ? null : ownerName,
                basics.headline(),
                summary == null ? null : Markdown.toHtml(summary),
                basics.skills(),
                Stream.concat(plans(profile.plans()).stream(), personal(profile.personal(), masked).stream())
                        .toList(),
                Section.ALL.stream()
                        .map(section -> part(profile, section, items))
                        .filter(part ->
                                audience == Audience.OWNER || !part.items().isEmpty())
                        .toList());
    }

    /**
     * What stands of a masked profile in a list, of twenty on a page: what of it is not read there is not put into words either.
     *
     * @param clearances as {@link #page} has them
     */
    public record Brief(@Nullable String headline, List<CandidatePage.Item> clearances, List<String> skills) {

        @Override
        public String toString() {
            return "Brief[withheld]";
        }
    }

    Brief brief(CandidateProfile profile, String ownerName) {
        var masking = masking(profile, ownerName);
        var items = items(profile, Audience.MASKED, masking);
        return new Brief(
                masking.hide(profile.basics().headline()),
                part(profile, Section.CLEARANCES, items).items(),
                profile.basics().skills().stream().map(masking::hideIn).toList());
    }

    /** Every word that a stranger may read of a masked profile, without markup: what a search may find it by. */
    List<String> maskedWords(CandidateProfile profile, String ownerName) {
        var page = page(profile, ownerName, Audience.MASKED);
        var masking = masking(profile, ownerName);
        var written = Stream.concat(
                Stream.ofNullable(profile.basics().summary()),
                profile.rows(Section.WORK).stream()
                        .map(row -> row.content().description())
                        .filter(Objects::nonNull));
        var entries = page.parts().stream()
                .flatMap(part -> part.items().stream())
                .flatMap(item -> Stream.concat(
                        Stream.of(item.title()), item.facts().stream().map(Fact::value)));
        return Stream.of(
                        Stream.ofNullable(page.headline()),
                        page.skills().stream(),
                        entries,
                        written.map(markdown -> Markdown.toText(masking.hideIn(markdown))))
                .flatMap(words -> words)
                .toList();
    }

    /** The skills that a stranger may read of in a masked profile, each once, as {@link Skills} names them. */
    Set<String> maskedSkills(CandidateProfile profile, String ownerName) {
        var masking = masking(profile, ownerName);
        Set<String> named = new LinkedHashSet<>();
        profile.basics().skills().stream()
                .filter(skill -> masking.hideIn(skill).equals(skill))
                .forEach(skill -> named.add(skills.nameOf(skill)));
        named.addAll(skills.in(String.join(" \n", maskedWords(profile, ownerName))));
        return named;
    }

    /** An entry as its owner sees it, beside a form that would overwrite it. */
    public <T> CandidatePage.Item item(Section<T> section, Row<T> row) {
        var masking = new Masking("", Personal.NONE, List.of());
        return new CandidateItems(words, Audience.OWNER, masking, List.of(), LocalDate.now(clock)).item(section, row);
    }

    public List<Fact> basics(Basics basics) {
        return new Facts(words)
                .add("headline", basics.headline())
                .add("summary", basics.summary())
                .add("skills", String.join(", ", basics.skills()))
                .list();
    }

    public List<Fact> plans(Plans plans) {
        var availability = plans.availability();
        var relocation = plans.relocation();
        return new Facts(words)
                .add("availability", availability == null ? null : words.message(availability.messageKey()))
                .add(
                        "places",
                        String.join(
                                " · ",
                                plans.places().stream().map(WantedPlace::label).toList()))
                .add("relocation", relocation == null ? null : words.message(relocation.messageKey()))
                .list();
    }

    public List<Fact> personal(Personal personal) {
        return personal(personal, false);
    }

    private List<Fact> personal(Personal personal, boolean masked) {
        var facts = new Facts(words)
                .add("citizenship", words.country(personal.citizenship()))
                .add("second-citizenship", words.country(personal.secondCitizenship()));
        if (!masked) {
            facts.add("phone", personal.phone())
                    .add("employer", personal.employerName())
                    .add("employer-domain", personal.employerDomain());
        }
        return facts.list();
    }

    private static Masking masking(CandidateProfile profile, String ownerName) {
        return new Masking(ownerName, profile.personal(), profile.currentEmployers());
    }

    private CandidateItems items(CandidateProfile profile, Audience audience, Masking masking) {
        return new CandidateItems(words, audience, masking, profile.currentEmployers(), LocalDate.now(clock));
    }

    private static <T> Part part(CandidateProfile profile, Section<T> section, CandidateItems items) {
        return new Part(
                section,
                profile.rows(section).stream()
                        .sorted(CandidateItems.latestFirst(section))
                        .map(row -> items.item(section, row))
                        .toList());
    }

    private static Basics masked(Basics basics, Masking masking) {
        return new Basics(
                masking.hide(basics.headline()),
                masking.hide(basics.summary()),
                basics.skills().stream().map(masking::hideIn).toList());
    }
}
