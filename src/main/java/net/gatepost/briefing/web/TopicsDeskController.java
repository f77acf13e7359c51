package net.gatepost.briefing.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import net.gatepost.briefing.BriefingTopic;
import net.gatepost.briefing.StaleBriefing;
import net.gatepost.briefing.TopicRefused;
import net.gatepost.briefing.Topics;
import net.gatepost.web.ForEditors;
import net.gatepost.web.FormVersion;
import net.gatepost.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The topics of briefings: adding, naming and ordering them, and letting one go. */
@ForEditors
@Controller
@RequestMapping("/admin/briefings/topics")
class TopicsDeskController {

    private static final String PAGE = "redirect:/admin/briefings/topics";

    private final Topics topics;

    TopicsDeskController(Topics topics) {
        this.topics = topics;
    }

    /** A topic as typed. @param version what the form was filled from; empty for a new one */
    record TopicForm(
            @NotBlank(message = "{briefing.topics.name.missing}")
            @Size(max = BriefingTopic.LONGEST_NAME, message = "{briefing.topics.name.long}")
            @Pattern(regexp = BriefingForm.LINE, message = "{briefing.control}")
            String name,

            @NotBlank(message = "{briefing.topics.description.missing}")
            @Size(max = BriefingTopic.LONGEST_DESCRIPTION, message = "{briefing.topics.description.long}")
            @Pattern(regexp = BriefingForm.LINE, message = "{briefing.control}")
            String description,

            String version) {

        TopicForm {
            name = requireNonNullElse(name, "").strip();
            description = requireNonNullElse(description, "").strip();
            version = requireNonNullElse(version, "");
        }

        static TopicForm of(Topics.Entry entry) {
            return new TopicForm(entry.topic().name(), entry.topic().description(), String.valueOf(entry.version()));
        }
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("form", new TopicForm("", "", ""));
        return show(model);
    }

    @PostMapping
    String add(
            Viewer viewer,
            @Valid @ModelAttribute("form") TopicForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                topics.add(viewer, form.name(), form.description());
                return done("added", flash);
            } catch (TopicRefused refused) {
                errors.rejectValue("name", refused.messageKey());
            }
        }
        return show(model);
    }

    @GetMapping("/{topic}")
    String one(@PathVariable String topic, Model model) {
        var entry = topics.one(topic);
        model.addAttribute("form", TopicForm.of(entry));
        return edit(entry, model);
    }

    @PostMapping("/{topic}")
    String describe(
            Viewer viewer,
            @PathVariable String topic,
            @Valid @ModelAttribute("form") TopicForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                topics.describe(viewer, topic, FormVersion.of(form.version()), form.name(), form.description());
                return done("saved", flash);
            } catch (TopicRefused refused) {
                errors.rejectValue("name", refused.messageKey());
            } catch (StaleBriefing stale) {
                response.setStatus(HttpStatus.CONFLICT.value());
                var now = topics.one(topic);
                model.addAttribute("now", now.topic())
                        .addAttribute(
                                "form", new TopicForm(form.name(), form.description(), String.valueOf(now.version())));
                return edit(now, model);
            }
        }
        return edit(topics.one(topic), model);
    }

    @PostMapping("/{topic}/up")
    String up(Viewer viewer, @PathVariable String topic) {
        topics.move(viewer, topic, true);
        return PAGE;
    }

    @PostMapping("/{topic}/down")
    String down(Viewer viewer, @PathVariable String topic) {
        topics.move(viewer, topic, false);
        return PAGE;
    }

    @PostMapping("/{topic}/retirement")
    String retire(
            Viewer viewer,
            @PathVariable String topic,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            topics.retire(viewer, topic);
            return done("retired", flash);
        } catch (TopicRefused refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", refused.messageKey());
            return all(model);
        }
    }

    @PostMapping("/{topic}/return")
    String bringBack(Viewer viewer, @PathVariable String topic, RedirectAttributes flash) {
        topics.bringBack(viewer, topic);
        return done("returned", flash);
    }

    private String show(Model model) {
        model.addAttribute("entries", topics.all());
        return "briefing/topics";
    }

    private static String edit(Topics.Entry entry, Model model) {
        model.addAttribute("entry", entry);
        return "briefing/topic";
    }

    private static String done(String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "briefing.topics.notice." + notice);
        return PAGE;
    }
}
