package net.gatepost.briefing.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.gatepost.briefing.BriefingStatus;
import net.gatepost.briefing.BriefingView;
import net.gatepost.briefing.Briefings;
import net.gatepost.briefing.IllegalBriefingState;
import net.gatepost.briefing.Newsroom;
import net.gatepost.briefing.NotWhole;
import net.gatepost.briefing.StaleBriefing;
import net.gatepost.briefing.image.BriefingImages;
import net.gatepost.web.ForEditors;
import net.gatepost.web.Moments;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor's desk: the list, the form with its preview, and what becomes of a briefing. */
@ForEditors
@Controller
@RequestMapping("/admin/briefings")
class NewsDeskController {

    private static final String PAGE = "redirect:/admin/briefings/";
    private static final int LONGEST_REASON = 500;

    private final Newsroom newsroom;
    private final Briefings briefings;
    private final BriefingForms forms;
    private final ArticlePages pages;
    private final BriefingImages images;

    NewsDeskController(
            Newsroom newsroom, Briefings briefings, BriefingForms forms, ArticlePages pages, BriefingImages images) {
        this.images = images;
        this.newsroom = newsroom;
        this.briefings = briefings;
        this.forms = forms;
        this.pages = pages;
    }

    /** The parts of the list. */
    enum Part {
        DRAFT(EnumSet.of(BriefingStatus.DRAFT)),
        SCHEDULED(EnumSet.of(BriefingStatus.SCHEDULED)),
        PUBLISHED(EnumSet.copyOf(BriefingStatus.PUBLIC)),
        WITHDRAWN(EnumSet.of(BriefingStatus.WITHDRAWN));

        private final Set<BriefingStatus> statuses;

        Part(Set<BriefingStatus> statuses) {
            this.statuses = statuses;
        }
    }

    /**
     * A briefing in the list, in words.
     *
     * @param source empty where there is none
     * @param when it goes out, came out or was withdrawn, or was changed last
     */
    record Row(UUID id, String headline, BriefingStatus status, String topic, String source, String when) {

        static Row of(BriefingView briefing, Map<String, String> topics) {
            var content = briefing.content();
            var at = briefing.withdrawnAt() != null
                    ? briefing.withdrawnAt()
                    : briefing.publishedAt() != null ? briefing.publishedAt() : briefing.publishAt();
            return new Row(
                    briefing.id(),
                    content.headline(),
                    briefing.status(),
                    topics.getOrDefault(content.topic(), content.topic()),
                    content.source().name(),
                    Moments.told(at == null ? briefing.changedAt() : at));
        }

        public String kind() {
            return NewsDeskController.kind(status);
        }
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String part,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        var chosen = Arrays.stream(Part.values())
                .filter(each -> each.name().equalsIgnoreCase(part))
                .findFirst()
                .orElse(Part.DRAFT);
        int number = PageNumber.of(page);
        var topics = TopicNames.of(briefings.allTopics().stream());
        var found = newsroom.list(chosen.statuses, number);
        model.addAttribute("parts", Part.values())
                .addAttribute("chosen", chosen)
                .addAttribute("rows", found.map(one -> Row.of(one, topics)).getContent())
                .addAttribute("page", number)
                .addAttribute("pages", found.getTotalPages());
        return "briefing/desk";
    }

    @GetMapping("/new")
    String begin(Model model) {
        model.addAttribute("form", forms.empty());
        return edit(null, model);
    }

    @PostMapping
    String make(
            Viewer viewer,
            @Valid @ModelAttribute("form") BriefingForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var draft = forms.read(form, errors);
        if (errors.hasErrors()) {
            return edit(null, model);
        }
        return done(newsroom.draft(viewer, submission(form), draft), "drafted", flash);
    }

    private static UUID submission(BriefingForm form) {
        try {
            return UUID.fromString(form.submission());
        } catch (IllegalArgumentException nonsense) {
            return UUID.randomUUID();
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model) {
        var briefing = newsroom.one(id);
        model.addAttribute("form", forms.of(briefing));
        return edit(briefing, model);
    }

    /** What was typed as it would be read. Nothing is kept of it. */
    @PostMapping({"/preview", "/{id}/preview"})
    String preview(
            @PathVariable(required = false) @Nullable UUID id,
            @ModelAttribute("form") BriefingForm form,
            BindingResult errors,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String inPlace,
            Model model) {
        var briefing = id == null ? null : newsroom.one(id);
        model.addAttribute("preview", pages.preview(id, forms.readSoFar(form)));
        return inPlace == null ? edit(briefing, model) : "briefing/_preview :: shown";
    }

    /** An act on a briefing with what was typed. */
    @FunctionalInterface
    private interface Act {
        void on(net.gatepost.briefing.BriefingDraft draft);
    }

    @PostMapping("/{id}")
    String revise(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") BriefingForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return act(
                id,
                form,
                errors,
                model,
                response,
                "saved",
                flash,
                draft -> newsroom.revise(viewer, id, form.versionNumber(), draft));
    }

    @PostMapping("/{id}/publication")
    String publish(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") BriefingForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return act(
                id,
                form,
                errors,
                model,
                response,
                "published",
                flash,
                draft -> newsroom.publish(viewer, id, form.versionNumber(), draft));
    }

    @PostMapping("/{id}/schedule")
    String schedule(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") BriefingForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var at = forms.publishAt(form, errors);
        return act(id, form, errors, model, response, "scheduled", flash, draft -> {
            if (at != null) {
                newsroom.schedule(viewer, id, form.versionNumber(), draft, at);
            }
        });
    }

    @PostMapping("/{id}/schedule/end")
    String unschedule(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        newsroom.unschedule(viewer, id);
        return done(id, "unscheduled", flash);
    }

    @PostMapping("/{id}/correction")
    String correct(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") BriefingForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (form.note().isEmpty() && !errors.hasFieldErrors("note")) {
            errors.rejectValue("note", "briefing.note.missing");
        }
        return act(
                id,
                form,
                errors,
                model,
                response,
                "corrected",
                flash,
                draft -> newsroom.correct(viewer, id, form.versionNumber(), draft, form.note()));
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String words = reason.strip().replaceAll("[\\r\\n\\t ]+", " ");
        if (words.isEmpty() || words.length() > LONGEST_REASON || !words.matches(BriefingForm.LINE)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("reason", reason).addAttribute("reasonProblem", words.isEmpty() ? "missing" : "long");
            return one(id, model);
        }
        try {
            newsroom.withdraw(viewer, id, words);
        } catch (IllegalBriefingState elsewhere) {
            return refused(id, model, response);
        }
        return done(id, "withdrawn", flash);
    }

    @PostMapping("/{id}/removal")
    String discard(
            Viewer viewer, @PathVariable UUID id, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            newsroom.discard(viewer, id);
        } catch (IllegalBriefingState elsewhere) {
            return refused(id, model, response);
        }
        return done("", "discarded", flash);
    }

    private String act(
            UUID id,
            BriefingForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            String notice,
            RedirectAttributes flash,
            Act act) {
        var briefing = newsroom.one(id);
        var draft = forms.read(form, errors);
        if (errors.hasErrors()) {
            return edit(briefing, model);
        }
        try {
            act.on(draft);
        } catch (NotWhole half) {
            half.missing().forEach(part -> errors.rejectValue(field(part), part.messageKey()));
            return edit(briefing, model);
        } catch (StaleBriefing stale) {
            return stale(id, form, model, response);
        } catch (IllegalBriefingState elsewhere) {
            return refused(id, model, response);
        }
        return done(id, notice, flash);
    }

    private static String field(NotWhole.Part part) {
        return switch (part) {
            case HEADLINE -> "headline";
            case SUMMARY -> "summary";
            case BODY -> "body";
            case MOMENT -> "publishAt";
        };
    }

    /** Yours stays as it was typed; sent again, it takes the place of what is stored by now. */
    private String stale(UUID id, BriefingForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        var now = newsroom.one(id);
        var again = form.onTopOf(now.version());
        Errors none = new BeanPropertyBindingResult(again, "form");
        model.addAttribute("form", again)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", none)
                .addAttribute("stale", pages.preview(id, now.content()));
        return edit(now, model);
    }

    private String refused(UUID id, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        var now = newsroom.one(id);
        var form = forms.of(now);
        model.addAttribute("form", form)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"))
                .addAttribute("refusal", "briefing.refused.elsewhere");
        return edit(now, model);
    }

    /** The form and what can be done with a briefing; null for one that is new. */
    private String edit(@Nullable BriefingView briefing, Model model) {
        model.addAttribute(
                "topics",
                TopicNames.of(briefings.allTopics().stream()
                        .filter(topic -> !topic.retired()
                                || (briefing != null
                                        && topic.slug()
                                                .equals(briefing.content().topic())))));
        model.addAttribute("briefing", briefing);
        if (briefing != null) {
            model.addAttribute("kind", kind(briefing.status()))
                    .addAttribute(
                            "corrections",
                            briefings.corrections(briefing.id()).stream()
                                    .map(note -> Map.of("at", Moments.told(note.at()), "note", note.note()))
                                    .toList())
                    .addAttribute("image", images.of(briefing.id()).orElse(null))
                    .addAttribute("published", told(briefing.publishedAt()))
                    .addAttribute("goesOut", told(briefing.publishAt()));
        }
        return briefing != null && briefing.status() == BriefingStatus.WITHDRAWN
                ? "briefing/withdrawn"
                : "briefing/edit";
    }

    private static @Nullable String told(java.time.@Nullable Instant moment) {
        return moment == null ? null : Moments.told(moment);
    }

    static String kind(BriefingStatus status) {
        return switch (status) {
            case DRAFT -> "off";
            case SCHEDULED -> "wait";
            case PUBLISHED, CORRECTED -> "good";
            case WITHDRAWN -> "bad";
        };
    }

    /** Slug to name, in order. */
    private static String done(UUID id, String notice, RedirectAttributes flash) {
        return done(id.toString(), notice, flash);
    }

    private static String done(String id, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "briefing.notice." + notice);
        return id.isEmpty() ? "redirect:/admin/briefings" : PAGE + id;
    }
}
