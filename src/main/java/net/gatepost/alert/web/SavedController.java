package net.gatepost.alert.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import net.gatepost.alert.SavedFull;
import net.gatepost.alert.SavedListings;
import net.gatepost.job.Listings;
import net.gatepost.web.LocalPath;
import net.gatepost.web.NotFound;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The listings that a member saved. A saved listing is addressed by the listing's id: for its member there is one of each. */
@Controller
@RequestMapping(SavedController.PATH)
class SavedController {

    static final String PATH = "/me/saved";

    private final SavedListings saved;
    private final SavedRows rows;
    private final Listings listings;

    SavedController(SavedListings saved, SavedRows rows, Listings listings) {
        this.saved = saved;
        this.rows = rows;
        this.listings = listings;
    }

    @GetMapping
    String list(Viewer viewer, @RequestParam(required = false) @Nullable String page, Model model) {
        return show(viewer, PageNumber.of(page), model);
    }

    /** Where somebody comes back to who had to sign in first: saving is a post, and signing in can't repeat that. */
    @GetMapping("/{id}")
    String one(Viewer viewer, @PathVariable UUID id, Model model) {
        var listing = listings.published(id)
                .filter(published -> published.isLive() || saved.isSaved(viewer, id))
                .orElseThrow(NotFound::new);
        model.addAttribute("listing", rows.row(listing)).addAttribute("saved", saved.isSaved(viewer, id));
        return "alert/save-listing";
    }

    /** @param next the page that asked */
    @PostMapping("/{id}")
    String save(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String next,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            saved.save(viewer, id);
        } catch (SavedFull full) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("notice", "alert.saved.full").addAttribute("noticeKind", "error");
            return show(viewer, 1, model);
        }
        return back(next, "alert.saved.done", redirect);
    }

    @PostMapping("/{id}/removal")
    String remove(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String next,
            RedirectAttributes redirect) {
        saved.remove(viewer, id);
        return back(next, "alert.saved.removed", redirect);
    }

    /** A listing's own page shows by its button what has been done. */
    private static String back(@Nullable String next, String notice, RedirectAttributes redirect) {
        String path = LocalPath.orElse(next, PATH);
        if (path.startsWith(PATH)) {
            redirect.addFlashAttribute("notice", notice);
        }
        return "redirect:" + path;
    }

    private String show(Viewer viewer, int page, Model model) {
        var found = saved.page(viewer, page);
        model.addAttribute("rows", rows.rows(found.getContent()))
                .addAttribute("count", found.getTotalElements())
                .addAttribute("page", page)
                .addAttribute("pages", found.getTotalPages())
                .addAttribute("beyond", found.isEmpty() && found.getTotalElements() > 0);
        return "alert/saved";
    }
}
