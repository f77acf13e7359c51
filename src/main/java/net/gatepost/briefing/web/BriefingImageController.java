package net.gatepost.briefing.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import net.gatepost.briefing.Briefings;
import net.gatepost.briefing.Newsroom;
import net.gatepost.briefing.image.BriefingImages;
import net.gatepost.briefing.image.ImageRefused;
import net.gatepost.web.ForEditors;
import net.gatepost.web.NotFound;
import net.gatepost.web.SpillRefused;
import net.gatepost.web.Upload;
import net.gatepost.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The picture of a briefing: as everybody sees it, and as an editor chooses it. */
@Controller
class BriefingImageController {

    private final BriefingImages images;
    private final Briefings briefings;
    private final Newsroom newsroom;

    BriefingImageController(BriefingImages images, Briefings briefings, Newsroom newsroom) {
        this.images = images;
        this.briefings = briefings;
        this.newsroom = newsroom;
    }

    @GetMapping("/briefings/{slug}/image")
    ResponseEntity<byte[]> published(@PathVariable String slug) {
        var briefing =
                briefings.at(slug).filter(found -> found.status().isPublic()).orElseThrow(NotFound::new);
        return jpeg(briefing.id());
    }

    @ForEditors
    @GetMapping("/admin/briefings/{id}/image/file")
    ResponseEntity<byte[]> any(@PathVariable UUID id) {
        return jpeg(newsroom.one(id).id());
    }

    private ResponseEntity<byte[]> jpeg(UUID id) {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(images.content(id));
    }

    @ForEditors
    @GetMapping("/admin/briefings/{id}/image")
    String choose(@PathVariable UUID id, Model model) {
        model.addAttribute("form", ImageForm.of(images.of(id).orElse(null)));
        return show(id, model);
    }

    @ForEditors
    @PostMapping("/admin/briefings/{id}/image")
    String put(
            Viewer viewer,
            @PathVariable UUID id,
            Upload file,
            @Valid @ModelAttribute("form") ImageForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                images.put(viewer, id, file, form.alternative(), form.credit());
                return done(id, "briefing.notice.image", flash);
            } catch (ImageRefused refused) {
                errors.rejectValue("file", refused.messageKey());
                if (refused.messageKey().endsWith("large")) {
                    response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
                }
            } catch (SpillRefused marked) {
                marked.tell(errors);
            }
        }
        return show(id, model);
    }

    @ForEditors
    @PostMapping("/admin/briefings/{id}/image/removal")
    String remove(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        newsroom.one(id);
        images.remove(viewer, id);
        return done(id, "briefing.notice.image-removed", flash);
    }

    private String show(UUID id, Model model) {
        model.addAttribute("briefing", newsroom.one(id))
                .addAttribute("image", images.of(id).orElse(null));
        return "briefing/image";
    }

    private static String done(UUID id, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:/admin/briefings/" + id;
    }
}
