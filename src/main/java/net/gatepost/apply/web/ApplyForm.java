package net.gatepost.apply.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.gatepost.apply.Answer;
import net.gatepost.apply.ApplicationDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * An application as typed. It carries the questions that it was filled from, so that no answer ever stands under another
 * question than the one that was read.
 *
 * @param resume whether the résumé on file goes with it
 * @param despiteBlock ticked by who was told that they block this employer
 */
record ApplyForm(
        @Size(max = ApplicationDraft.LONGEST_NOTE, message = "{apply.note.long}")
        @Pattern(regexp = ApplyForm.TEXT, message = "{apply.control}")
        String note,

        String question1,
        String question2,
        String question3,
        String question4,
        String question5,

        @Size(max = Answer.LONGEST, message = "{apply.answer.long}")
        @Pattern(regexp = ApplyForm.TEXT, message = "{apply.control}")
        String answer1,

        @Size(max = Answer.LONGEST, message = "{apply.answer.long}")
        @Pattern(regexp = ApplyForm.TEXT, message = "{apply.control}")
        String answer2,

        @Size(max = Answer.LONGEST, message = "{apply.answer.long}")
        @Pattern(regexp = ApplyForm.TEXT, message = "{apply.control}")
        String answer3,

        @Size(max = Answer.LONGEST, message = "{apply.answer.long}")
        @Pattern(regexp = ApplyForm.TEXT, message = "{apply.control}")
        String answer4,

        @Size(max = Answer.LONGEST, message = "{apply.answer.long}")
        @Pattern(regexp = ApplyForm.TEXT, message = "{apply.control}")
        String answer5,

        @Nullable Boolean resume,
        @Nullable Boolean despiteBlock) {

    /** Line breaks and tabs, no other control characters. */
    static final String TEXT = "[\\P{Cc}\\n\\t]*+";

    private static final int QUESTIONS = 5;

    ApplyForm {
        note = text(note);
        question1 = text(question1);
        question2 = text(question2);
        question3 = text(question3);
        question4 = text(question4);
        question5 = text(question5);
        answer1 = text(answer1);
        answer2 = text(answer2);
        answer3 = text(answer3);
        answer4 = text(answer4);
        answer5 = text(answer5);
    }

    /** An empty one; the résumé goes with it where there is one. */
    static ApplyForm asking(List<String> questions) {
        return of("", questions, Map.of(), true, false);
    }

    /** The same, asked other questions: an answer stays with its question. */
    ApplyForm askedInstead(List<String> questions) {
        var answers = new HashMap<String, String>();
        answers().forEach(each -> answers.put(each.question(), each.answer()));
        return of(note, questions, answers, isResume(), isDespiteBlock());
    }

    /** What was answered to questions that are not among these. */
    List<Answer> answersBeside(List<String> questions) {
        return answers().stream()
                .filter(each ->
                        !questions.contains(each.question()) && !each.answer().isEmpty())
                .toList();
    }

    /** In order, empty ones too. */
    public List<Answer> answers() {
        var questions = List.of(question1, question2, question3, question4, question5);
        var answers = List.of(answer1, answer2, answer3, answer4, answer5);
        return IntStream.range(0, QUESTIONS)
                .filter(at -> !questions.get(at).isEmpty())
                .mapToObj(at -> new Answer(questions.get(at), answers.get(at)))
                .toList();
    }

    void check(Errors errors) {
        var answers = answers();
        for (int at = 0; at < answers.size(); at++) {
            String field = "answer" + (at + 1);
            if (answers.get(at).answer().isEmpty() && !errors.hasFieldErrors(field)) {
                errors.rejectValue(field, "apply.answer.missing");
            }
        }
    }

    ApplicationDraft toDraft() {
        return new ApplicationDraft(note.isEmpty() ? null : note, answers(), isResume(), isDespiteBlock());
    }

    public boolean isResume() {
        return resume != null && resume;
    }

    public boolean isDespiteBlock() {
        return despiteBlock != null && despiteBlock;
    }

    private static ApplyForm of(
            String note, List<String> questions, Map<String, String> answers, boolean resume, boolean despiteBlock) {
        var asked = IntStream.range(0, QUESTIONS)
                .mapToObj(at -> at < questions.size() ? questions.get(at) : "")
                .toList();
        var kept = asked.stream()
                .map(question -> answers.getOrDefault(question, ""))
                .toList();
        return new ApplyForm(
                note,
                asked.get(0),
                asked.get(1),
                asked.get(2),
                asked.get(3),
                asked.get(4),
                kept.get(0),
                kept.get(1),
                kept.get(2),
                kept.get(3),
                kept.get(4),
                resume,
                despiteBlock);
    }

    /** With line breaks of one kind: browsers send two characters for each, which would count against its length. */
    private static String text(@Nullable String typed) {
        return requireNonNullElse(typed, "").replace("\r\n", "\n").strip();
    }

    /** Withheld: the framework logs forms where it is told to trace. */
    @Override
    public String toString() {
        return "ApplyForm[withheld]";
    }
}
