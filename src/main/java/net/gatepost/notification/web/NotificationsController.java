package net.gatepost.notification.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import net.gatepost.notification.Inbox;
import net.gatepost.notification.MailChoices;
import net.gatepost.notification.Mailing;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a member was told, and what of it is mailed. */
@Controller
@RequestMapping("/me/notifications")
class NotificationsController {

    private final Inbox inbox;
    private final MailChoices choices;
    private final MessageSource messages;

    NotificationsController(Inbox inbox, MailChoices choices, MessageSource messages) {
        this.inbox = inbox;
        this.choices = choices;
        this.messages = messages;
    }

    @GetMapping
    String page(Viewer viewer, @RequestParam(required = false) @Nullable String page, Model model) {
        model.addAttribute("form", NotificationsForm.of(choices.of(viewer)));
        return show(viewer, PageNumber.of(page), model);
    }

    @PostMapping("/choices")
    String choose(
            Viewer viewer,
            @Valid @ModelAttribute("form") NotificationsForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return show(viewer, 1, model);
        }
        choices.choose(viewer, form.chosen());
        redirect.addFlashAttribute("notice", "notification.saved");
        return "redirect:/me/notifications";
    }

    /** @param until when the newest notice happened that the page showed */
    @PostMapping("/reading")
    String markRead(Viewer viewer, @RequestParam Instant until) {
        inbox.markRead(viewer, until);
        return "redirect:/me/notifications";
    }

    private String show(Viewer viewer, int page, Model model) {
        var found = inbox.page(viewer, page);
        model.addAttribute("notices", found.getContent())
                .addAttribute("page", page)
                .addAttribute("pages", found.getTotalPages())
                .addAttribute("beyond", found.isEmpty() && found.getTotalElements() > 0)
                .addAttribute("mailings", mailings());
        if (found.stream().anyMatch(Inbox.Item::isNew)) {
            model.addAttribute("until", found.getContent().get(0).happenedAt());
        }
        return "notification/notifications";
    }

    private Map<String, String> mailings() {
        var labels = new LinkedHashMap<String, String>();
        for (var mailing : Mailing.values()) {
            labels.put(
                    mailing.name(),
                    messages.getMessage("notification.mailing." + mailing.name(), null, Locale.ENGLISH));
        }
        return labels;
    }
}
