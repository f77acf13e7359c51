package net.gatepost.mailinglist.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mailinglist.AddressTrait;
import net.gatepost.mailinglist.SubscriberDesk;
import net.gatepost.mailinglist.SubscriberDesk.Filter;
import net.gatepost.mailinglist.SubscriberStatus;
import net.gatepost.web.ForAdministrators;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The list as an administrator sees it: who is on it, with what proof, and closing an address. */
@ForAdministrators
@Controller
@RequestMapping("/admin/mailing-list")
class SubscriberDeskController {

    /** Beyond this an address or a status narrows a search better than turning pages. */
    private static final int LAST_PAGE = 100_000;

    private final SubscriberDesk desk;
    private final TopicChoices topics;

    SubscriberDeskController(SubscriberDesk desk, TopicChoices topics) {
        this.desk = desk;
        this.topics = topics;
    }

    /** What to close and why. */
    record SuppressionForm(
            @NotBlank(message = "{mailinglist.email.missing}") @Nullable
            String email,

            @NotBlank(message = "{mailinglist.suppress.reason.missing}")
            @Size(max = SubscriberDesk.REASON_MAX, message = "{mailinglist.suppress.reason.long}")
            @Nullable
            String reason) {}

    /** A filter that is nonsense is no filter, a page that is nonsense is the first. */
    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String page,
            Model model) {
        var filter = new Filter(
                statusNamed(status).orElse(null), TopicChoices.named(topic).orElse(null), address);
        int number = pageNumber(page);
        var found = desk.list(filter, number - 1);
        model.addAttribute("entries", found.getContent());
        model.addAttribute("found", found.getTotalElements());
        model.addAttribute("page", number);
        model.addAttribute("pages", found.getTotalPages());
        model.addAttribute("filter", filter);
        model.addAttribute("query", query(filter));
        model.addAttribute("counts", desk.counts());
        model.addAttribute("statuses", SubscriberStatus.values());
        model.addAttribute("topicLabels", topics.labels());
        return "mailinglist/admin-list";
    }

    @GetMapping("/{id}")
    String entry(@PathVariable String id, Model model) {
        var entry = desk.entry(idIn(id));
        model.addAttribute("entry", entry);
        model.addAttribute("traits", AddressTrait.of(new EmailAddress(entry.email())));
        model.addAttribute("history", desk.history(idIn(id)));
        model.addAttribute("topicLabels", topics.labels());
        return "mailinglist/admin-subscriber";
    }

    @GetMapping("/suppressions/new")
    String suppression(@RequestParam(defaultValue = "") String subscriber, Model model) {
        String email = subscriber.isEmpty() ? "" : desk.entry(idIn(subscriber)).email();
        model.addAttribute("suppression", new SuppressionForm(email, ""));
        return "mailinglist/admin-suppress";
    }

    @PostMapping("/suppressions")
    String suppress(
            @Valid @ModelAttribute("suppression") SuppressionForm form,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes redirect) {
        Optional<EmailAddress> email = form.email() == null ? Optional.empty() : EmailAddress.parse(form.email());
        if (email.isEmpty() && !errors.hasFieldErrors("email")) {
            errors.rejectValue("email", "mailinglist.email.wrong");
        }
        if (errors.hasErrors() || email.isEmpty() || form.reason() == null) {
            return "mailinglist/admin-suppress";
        }
        var id = desk.suppress(viewer.id(), email.get(), form.reason().strip());
        redirect.addFlashAttribute("notice", "mailinglist.suppress.done");
        return "redirect:/admin/mailing-list/" + id;
    }

    @PostMapping("/{id}/suppression/end")
    String endSuppression(@PathVariable String id, Viewer viewer, RedirectAttributes redirect) {
        desk.endSuppression(viewer.id(), idIn(id));
        redirect.addFlashAttribute("notice", "mailinglist.suppress.ended");
        return "redirect:/admin/mailing-list/" + id;
    }

    private static Optional<SubscriberStatus> statusNamed(String name) {
        return Arrays.stream(SubscriberStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst();
    }

    private static int pageNumber(String typed) {
        return typed.matches("[1-9][0-9]{0,5}") ? Math.min(Integer.parseInt(typed), LAST_PAGE) : 1;
    }

    private static UUID idIn(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private static String query(Filter filter) {
        var query = UriComponentsBuilder.newInstance();
        if (filter.status() != null) {
            query.queryParam("status", filter.status());
        }
        if (filter.topic() != null) {
            query.queryParam("topic", filter.topic());
        }
        if (!filter.address().isBlank()) {
            query.queryParam("address", "{address}");
        }
        String encoded = query.encode().buildAndExpand(filter.address()).toUri().getRawQuery();
        return encoded == null ? "" : encoded;
    }
}
