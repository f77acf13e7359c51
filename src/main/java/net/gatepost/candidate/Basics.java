package net.gatepost.candidate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the head of a profile.
 *
 * @param summary in Markdown
 * @param skills in the owner's order, at most {@value #MOST_SKILLS}
 */
public record Basics(@Nullable String headline, @Nullable String summary, List<String> skills) {

    public static final int MOST_SKILLS = 50;

    static final Basics NONE = new Basics(null, null, List.of());

    public Basics {
        skills = List.copyOf(skills);
        if (skills.size() > MOST_SKILLS) {
            throw new IllegalArgumentException("More than " + MOST_SKILLS + " skills");
        }
    }

    /** Withheld: what somebody says of themself belongs in no log, not even by accident. */
    @Override
    public String toString() {
        return "Basics[withheld]";
    }
}
