package net.gatepost.candidate.web;

import net.gatepost.candidate.CandidatePage.Audience;
import net.gatepost.candidate.CandidatePages;
import net.gatepost.candidate.CandidateProfile;
import net.gatepost.candidate.Candidates;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member's own profile as a whole. Every address here is of whoever asks: there is no other way to a profile. */
@Controller
@RequestMapping("/me/profile")
class ProfileController {

    private final Candidates candidates;
    private final CandidatePages pages;

    ProfileController(Candidates candidates, CandidatePages pages) {
        this.candidates = candidates;
        this.pages = pages;
    }

    @GetMapping
    String profile(Viewer viewer, Model model) {
        var profile = candidates.profileOf(viewer);
        model.addAttribute("page", pages.page(profile, viewer.name(), Audience.OWNER))
                .addAttribute("basics", pages.basics(profile.basics()))
                .addAttribute("plans", pages.plans(profile.plans()))
                .addAttribute("personal", pages.personal(profile.personal()))
                .addAttribute("missing", profile.missing())
                .addAttribute("empty", profile.equals(CandidateProfile.EMPTY));
        return "candidate/profile";
    }

    /** @param as {@code masked}, or anything else for the open view */
    @GetMapping("/preview")
    String preview(Viewer viewer, @RequestParam(required = false) @Nullable String as, Model model) {
        var audience = "masked".equals(as) ? Audience.MASKED : Audience.OPEN;
        var profile = candidates.profileOf(viewer);
        model.addAttribute("page", pages.page(profile, viewer.name(), audience))
                .addAttribute("masked", audience == Audience.MASKED)
                .addAttribute("empty", profile.equals(CandidateProfile.EMPTY));
        return "candidate/preview";
    }

    @GetMapping("/deletion")
    String askBeforeDeleting() {
        return "candidate/deletion";
    }

    @PostMapping("/deletion")
    String delete(Viewer viewer, RedirectAttributes redirect) {
        candidates.delete(viewer);
        redirect.addFlashAttribute("notice", "candidate.deleted");
        return "redirect:/me/profile";
    }
}
