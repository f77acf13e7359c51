package net.gatepost.apply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member sends with an application, beside the profile.
 *
 * @param answers to the listing's questions as the form showed them, in their order
 * @param resume whether the employer gets the résumé on file
 * @param despiteBlock whether the member was told that they block this employer, and applies all the same
 */
public record ApplicationDraft(@Nullable String note, List<Answer> answers, boolean resume, boolean despiteBlock) {

    public static final int LONGEST_NOTE = 2000;

    public ApplicationDraft {
        answers = List.copyOf(answers);
    }

    List<String> questions() {
        return answers.stream().map(Answer::question).toList();
    }

    /** Withheld: an application belongs in no log. */
    @Override
    public String toString() {
        return "ApplicationDraft[withheld]";
    }
}
