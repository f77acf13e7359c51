package net.gatepost.mailinglist.issue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.gatepost.mailinglist.issue.IssueDigests.Mode;
import net.gatepost.web.ForAdministrators;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which digests compose themselves, and composing one now. */
@ForAdministrators
@Controller
@RequestMapping("/admin/mailing-list/digests")
class DigestController {

    private final IssueDigests digests;
    private final MessageSource messages;

    DigestController(IssueDigests digests, MessageSource messages) {
        this.digests = digests;
        this.messages = messages;
    }

    /** One digest in words. @param submission names its form, so that pressing twice makes one draft */
    record Row(String name, String label, String mode, UUID submission) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute("digests", rows())
                .addAttribute(
                        "modes", Arrays.stream(Mode.values()).map(Mode::name).toList())
                .addAttribute("on", IssueDigests.ON)
                .addAttribute("at", IssueDigests.AT);
        return "mailinglist/digests";
    }

    private List<Row> rows() {
        return digests.settings().stream()
                .map(setting -> new Row(
                        setting.name(),
                        messages.getMessage("mailinglist.digest." + setting.name(), null, Locale.ENGLISH),
                        setting.mode().name(),
                        UUID.randomUUID()))
                .toList();
    }

    @PostMapping("/{name}/mode")
    String set(Viewer viewer, @PathVariable String name, @RequestParam String mode, RedirectAttributes redirect) {
        var chosen = Arrays.stream(Mode.values())
                .filter(each -> each.name().equals(mode))
                .findFirst()
                .orElseThrow(NotFound::new);
        digests.set(viewer, name, chosen);
        redirect.addFlashAttribute("notice", "mailinglist.digest.notice.set");
        return "redirect:/admin/mailing-list/digests";
    }

    @PostMapping("/{name}/issues")
    String make(Viewer viewer, @PathVariable String name, @RequestParam UUID submission, RedirectAttributes redirect) {
        var made = digests.make(viewer, name, submission);
        if (made.isEmpty()) {
            redirect.addFlashAttribute("notice", "mailinglist.digest.notice.nothing");
            redirect.addFlashAttribute("noticeKind", "warning");
            return "redirect:/admin/mailing-list/digests";
        }
        return "redirect:/admin/mailing-list/issues/" + made.get();
    }
}
