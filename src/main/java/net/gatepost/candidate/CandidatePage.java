package net.gatepost.candidate;

import java.util.List;
import java.util.UUID;
import net.gatepost.clearance.ClearanceBadge;
import org.jspecify.annotations.Nullable;

/**
 * A profile as one audience sees it, in words. What a masked profile must not say was left out when this was made, so
 * that no template can show it.
 *
 * @param name null where masked
 * @param summaryHtml safe to put on a page as it is
 */
public record CandidatePage(
        Audience audience,
        @Nullable String name,
        @Nullable String headline,
        @Nullable String summaryHtml,
        List<String> skills,
        List<Fact> facts,
        List<Part> parts) {

    /** Who looks. */
    public enum Audience {
        OWNER,
        /** Recruiters of employers whom the owner has applied to, or opened the profile to. */
        OPEN,
        /** Recruiters whom the owner hasn't named themself to. */
        MASKED
    }

    /** A section that isn't empty, or any for the owner. */
    public record Part(Section<?> section, List<Item> items) {
        public String titleKey() {
            return "candidate.section." + section.name();
        }

        public boolean isFull() {
            return items.size() >= section.most();
        }
    }

    /**
     * One entry.
     *
     * @param id null unless for the owner: an id tells when an entry was made
     */
    public record Item(
            @Nullable UUID id,
            String title,
            @Nullable ClearanceBadge badge,
            @Nullable Standing standing,
            List<Fact> facts,
            @Nullable String html) {

        @Override
        public String toString() {
            return "Item[withheld]";
        }
    }

    /**
     * Where a clearance stands.
     *
     * @param kind good, wait, bad or off
     * @param source where the rule is written, where one was used
     */
    public record Standing(
            String kind,
            String state,
            String words,
            @Nullable String source) {
        @Override
        public String toString() {
            return "Standing[withheld]";
        }
    }

    /** A label with what stands beside it. */
    public record Fact(String label, String value) {
        @Override
        public String toString() {
            return "Fact[withheld]";
        }
    }

    /** Withheld, as all of a profile is. */
    @Override
    public String toString() {
        return "CandidatePage[withheld]";
    }
}
