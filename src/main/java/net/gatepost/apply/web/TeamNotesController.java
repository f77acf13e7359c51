package net.gatepost.apply.web;

import java.util.UUID;
import net.gatepost.apply.TeamNotes;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a team writes and thinks about an application, among itself. */
@Controller
@RequestMapping("/hire/listings/{id}/applicants/{applicationId}")
class TeamNotesController {

    private final TeamNotes notes;

    TeamNotesController(TeamNotes notes) {
        this.notes = notes;
    }

    /** What can't be kept is handed back with the page that follows. */
    @PostMapping("/notes")
    String write(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID applicationId,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable UUID submission,
            RedirectAttributes flash) {
        String said = words.replace("\r\n", "\n").strip();
        String wrong = said.isEmpty()
                ? "apply.notes.missing"
                : said.length() > TeamNotes.LONGEST_WORDS
                        ? "apply.notes.long"
                        : said.matches(ApplyForm.TEXT) ? "" : "apply.control";
        notes.of(viewer, id, applicationId);
        if (wrong.isEmpty()) {
            try {
                notes.write(viewer, id, applicationId, submission == null ? UUID.randomUUID() : submission, said);
                flash.addFlashAttribute("notice", "apply.notes.written");
            } catch (TeamNotes.Full full) {
                wrong = "apply.notes.full";
            }
        }
        if (!wrong.isEmpty()) {
            flash.addFlashAttribute("noteProblem", wrong).addFlashAttribute("noteTyped", said);
        }
        return back(id, applicationId);
    }

    @PostMapping("/notes/{note}/removal")
    String remove(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID applicationId,
            @PathVariable UUID note,
            RedirectAttributes flash) {
        notes.remove(viewer, id, applicationId, note);
        flash.addFlashAttribute("notice", "apply.notes.removed");
        return back(id, applicationId);
    }

    /** @param stars what is no number from 1 to 5 takes it back */
    @PostMapping("/rating")
    String rate(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID applicationId,
            @RequestParam(defaultValue = "") String stars,
            RedirectAttributes flash) {
        notes.rate(viewer, id, applicationId, stars.matches("[1-5]") ? Integer.parseInt(stars) : 0);
        flash.addFlashAttribute("notice", "apply.rating.kept");
        return back(id, applicationId);
    }

    private static String back(UUID id, UUID applicationId) {
        return "redirect:/hire/listings/" + id + "/applicants/" + applicationId + "#notes";
    }
}
