package net.gatepost.mailinglist.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import net.gatepost.mailinglist.Subscribers;
import net.gatepost.mailinglist.Topic;
import net.gatepost.mailinglist.Wishes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing what to get by a signed link, without an account. The latest choice counts; there is nothing to conflict. */
@Controller
class PreferencesController {

    private final Subscribers subscribers;
    private final TopicChoices choices;
    private final WishChoices wishes;

    PreferencesController(Subscribers subscribers, TopicChoices choices, WishChoices wishes) {
        this.subscribers = subscribers;
        this.choices = choices;
        this.wishes = wishes;
    }

    /** The form as it is filled. */
    record PreferencesForm(
            @Nullable Set<String> topics,
            @Nullable String briefings,
            @Nullable String place,
            @Nullable String level) {

        static PreferencesForm from(Wishes wishes) {
            return new PreferencesForm(
                    wishes.topics().stream().map(Topic::name).collect(Collectors.toSet()),
                    wishes.briefings().name(),
                    wishes.placeLabel(),
                    wishes.level());
        }

        Set<String> chosen() {
            return topics == null ? Set.of() : topics;
        }
    }

    @GetMapping("/mailing-list/preferences/{token}")
    String page(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String saved,
            Model model,
            HttpServletResponse response) {
        var subscription = subscribers.byPreferencesLink(token);
        if (subscription.isEmpty()) {
            return unknown(response);
        }
        if (!subscription.get().isConfirmed()) {
            return "mailinglist/left";
        }
        model.addAttribute(
                "preferences", PreferencesForm.from(subscription.get().wishes()));
        model.addAttribute("saved", saved != null);
        return formPage(token, model);
    }

    @PostMapping("/mailing-list/preferences/{token}")
    String choose(
            @PathVariable String token,
            @ModelAttribute("preferences") PreferencesForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        var subscription = subscribers.byPreferencesLink(token);
        if (subscription.isEmpty()) {
            return unknown(response);
        }
        var topics = TopicChoices.read(form.chosen(), errors);
        var often = TopicChoices.readOften(form.briefings(), errors);
        var near = wishes.place(form.place(), "place", errors);
        var level = wishes.level(form.level(), "level", errors);
        if (errors.hasErrors()) {
            return formPage(token, model);
        }
        return subscribers.choose(token, new Wishes(topics, often, near, level))
                ? "redirect:/mailing-list/preferences/" + token + "?saved=true"
                : "redirect:/mailing-list/left";
    }

    private String formPage(String token, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("leaveToken", subscribers.leaveTokenFor(token).orElseThrow());
        model.addAttribute("topicLabels", choices.labels());
        model.addAttribute("topicHints", choices.hints());
        model.addAttribute("oftenLabels", choices.oftenLabels());
        model.addAttribute("levels", wishes.levels());
        return "mailinglist/preferences";
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "mailinglist/unknown";
    }
}
