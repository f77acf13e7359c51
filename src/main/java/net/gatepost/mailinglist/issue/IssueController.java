package net.gatepost.mailinglist.issue;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.gatepost.mail.MassMails;
import net.gatepost.mailinglist.Often;
import net.gatepost.mailinglist.Topic;
import net.gatepost.mailinglist.web.WishChoices;
import net.gatepost.web.ForAdministrators;
import net.gatepost.web.Markdown;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Composing, looking at and sending issues. */
@ForAdministrators
@Controller
@RequestMapping("/admin/mailing-list/issues")
class IssueController {

    private static final String PAGE = "redirect:/admin/mailing-list/issues/";

    private final Issues issues;
    private final IssueWords words;
    private final MassMails mails;
    private final WishChoices choices;
    private final MessageSource messages;
    private final Clock clock;

    IssueController(
            Issues issues,
            IssueWords words,
            MassMails mails,
            WishChoices choices,
            MessageSource messages,
            Clock clock) {
        this.issues = issues;
        this.words = words;
        this.mails = mails;
        this.choices = choices;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String page, Model model) {
        int number = PageNumber.of(page);
        var found = issues.page(number);
        model.addAttribute("issues", found.map(this::page).getContent())
                .addAttribute("page", number)
                .addAttribute("pages", found.getTotalPages());
        return "mailinglist/issues";
    }

    @GetMapping("/new")
    String form(Model model) {
        return form(IssueForm.empty(), null, model);
    }

    @PostMapping
    String make(Viewer viewer, @Valid @ModelAttribute("issue") IssueForm form, BindingResult errors, Model model) {
        var draft = form.read(choices, errors);
        if (draft == null || form.submission() == null) {
            return form(form, null, model);
        }
        return PAGE + issues.draft(viewer, form.submission(), draft);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        var issue = issues.one(id);
        return issue.status() == IssueStatus.DRAFT ? form(IssueForm.from(issue), id, model) : PAGE + id;
    }

    @PostMapping("/{id}")
    String revise(
            @PathVariable UUID id,
            @Valid @ModelAttribute("issue") IssueForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        issues.one(id);
        var draft = form.read(choices, errors);
        if (draft == null || form.version() == null) {
            return form(form, id, model);
        }
        try {
            issues.revise(id, form.version(), draft);
        } catch (StaleIssue stale) {
            errors.reject("mailinglist.issue.stale");
            var answer = form(form, id, model);
            response.setStatus(HttpStatus.CONFLICT.value());
            return answer;
        }
        return PAGE + id;
    }

    private String form(IssueForm form, @Nullable UUID id, Model model) {
        if (!model.containsAttribute("issue")) {
            model.addAttribute("issue", form);
        }
        model.addAttribute("id", id)
                .addAttribute("topicLabels", labels(Topic.values(), "mailinglist.topic."))
                .addAttribute("oftenLabels", labels(Often.values(), "mailinglist.issue.whom.often."))
                .addAttribute("levels", choices.levels());
        return "mailinglist/issue-form";
    }

    private Map<String, String> labels(Enum<?>[] values, String prefix) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (var value : values) {
            labels.put(value.name(), messages.getMessage(prefix + value.name(), null, Locale.ENGLISH));
        }
        return labels;
    }

    /** When to send: a day without a time is at noon, a time without a day is today; neither is at once. UTC. */
    record TimeForm(@Nullable String on, @Nullable String at) {}

    /** @param as {@code html}, {@code phone} or {@code text}: the whole mail; anything else shows what it says */
    @GetMapping("/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String as,
            Model model,
            HttpServletResponse response) {
        return show(id, as, new TimeForm(null, null), model, response);
    }

    private String show(UUID id, String as, TimeForm time, Model model, HttpServletResponse response) {
        var issue = issues.one(id);
        if (!model.containsAttribute("time")) {
            model.addAttribute("time", time);
        }
        model.addAttribute("issue", page(issue))
                .addAttribute("as", List.of("html", "phone", "text").contains(as) ? as : "words")
                .addAttribute("words", Markdown.toHtml(issue.content().body()))
                .addAttribute("audience", issues.audience(issue.content()));
        if (as.equals("text")) {
            model.addAttribute(
                    "text",
                    sample(mails.mould(words.letter(id, issue.content())).text()));
        }
        // The preview stands in a frame of this page, and its frame allows no script whatever is in it.
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                        + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
                        + "frame-ancestors 'none'");
        return "mailinglist/issue";
    }

    private IssuePage page(IssueView issue) {
        return IssuePage.of(issue, choices, messages);
    }

    /** The HTML part alone, shut off from everything but its own styles. */
    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id) {
        var issue = issues.one(id);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox")
                .body(sample(mails.mould(words.letter(id, issue.content())).html()));
    }

    private String sample(String mail) {
        String filled = mail;
        for (var mark : words.sampleMarks().entrySet()) {
            filled = filled.replace(mark.getKey(), mark.getValue());
        }
        return filled;
    }

    @PostMapping("/{id}/test")
    String test(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        issues.test(viewer, id);
        return done(id, "tested", redirect);
    }

    @PostMapping("/{id}/schedule")
    String schedule(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("time") TimeForm time,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var now = clock.instant();
        var at = moment(time, now, errors);
        if (errors.hasErrors()) {
            return show(id, "", time, model, response);
        }
        issues.schedule(viewer, id, at);
        return done(id, at.isAfter(now) ? "scheduled" : "sending", redirect);
    }

    private static Instant moment(TimeForm time, Instant now, BindingResult errors) {
        String typed = time.at() == null ? "" : time.at().strip();
        var on = IssueForm.date("on", time.on(), errors);
        if (errors.hasErrors() || (on == null && typed.isEmpty())) {
            return now;
        }
        if (!typed.isEmpty() && !typed.matches("([01]?\\d|2[0-3]):[0-5]\\d")) {
            errors.rejectValue("at", "mailinglist.issue.time.wrong");
            return now;
        }
        var day = on == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : on;
        var hour = typed.isEmpty() ? LocalTime.NOON : LocalTime.parse(typed.length() == 4 ? "0" + typed : typed);
        var at = day.atTime(hour).toInstant(ZoneOffset.UTC);
        if (at.isBefore(now)) {
            errors.rejectValue("on", "mailinglist.issue.time.past");
        }
        return at;
    }

    @PostMapping("/{id}/schedule/end")
    String unschedule(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        issues.unschedule(viewer, id);
        return done(id, "unscheduled", redirect);
    }

    @PostMapping("/{id}/pause")
    String pause(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        issues.pause(viewer, id);
        return done(id, "paused", redirect);
    }

    @PostMapping("/{id}/pause/end")
    String resume(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        issues.resume(viewer, id);
        return done(id, "resumed", redirect);
    }

    @PostMapping("/{id}/cancellation")
    String cancel(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        issues.cancel(viewer, id);
        return done(id, "cancelled", redirect);
    }

    private static String done(UUID id, String what, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", "mailinglist.issue.notice." + what);
        return PAGE + id;
    }

    /** Somebody, or the sending itself, was faster: the page says how it stands now. */
    @ExceptionHandler(IllegalIssueState.class)
    ModelAndView tooLate() {
        var answer = new ModelAndView("mailinglist/issue-moved");
        answer.setStatus(HttpStatus.CONFLICT);
        return answer;
    }
}
