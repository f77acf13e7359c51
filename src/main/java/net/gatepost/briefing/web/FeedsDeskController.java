package net.gatepost.briefing.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import net.gatepost.briefing.Briefings;
import net.gatepost.briefing.Source;
import net.gatepost.briefing.feed.FeedRefused;
import net.gatepost.briefing.feed.FeedView;
import net.gatepost.briefing.feed.NewsFeeds;
import net.gatepost.web.ForEditors;
import net.gatepost.web.Moments;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The feeds that bring drafts: adding one, letting it rest, fetching it again, and taking it away. */
@ForEditors
@Controller
@RequestMapping("/admin/briefings/feeds")
class FeedsDeskController {

    private static final String PAGE = "redirect:/admin/briefings/feeds";

    private final NewsFeeds feeds;
    private final Briefings briefings;
    private final MessageSource messages;

    FeedsDeskController(NewsFeeds feeds, Briefings briefings, MessageSource messages) {
        this.feeds = feeds;
        this.briefings = briefings;
        this.messages = messages;
    }

    /** A feed as typed. */
    record FeedForm(
            String address,

            @NotBlank(message = "{briefing.feeds.name.missing}")
            @Size(max = Source.LONGEST_NAME, message = "{briefing.sourceName.long}")
            @Pattern(regexp = BriefingForm.LINE, message = "{briefing.control}")
            String name,

            String topic,
            String hours) {

        static final FeedForm EMPTY = new FeedForm("", "", "", "24");

        FeedForm {
            address = requireNonNullElse(address, "").strip();
            name = requireNonNullElse(name, "").strip();
            topic = requireNonNullElse(topic, "");
            hours = requireNonNullElse(hours, "");
        }
    }

    /**
     * A feed in the list, in words.
     *
     * @param failure a message's key; null where the last fetch went well
     */
    record Row(
            UUID id,
            String address,
            String name,
            String topic,
            int hours,
            boolean paused,
            String next,
            @Nullable String fetched,
            @Nullable String failure,
            long brought) {

        static Row of(FeedView feed, Map<String, String> topics) {
            return new Row(
                    feed.id(),
                    feed.address(),
                    feed.name(),
                    topics.getOrDefault(feed.topic(), feed.topic()),
                    feed.everyHours(),
                    feed.paused(),
                    Moments.told(feed.nextAt()),
                    feed.fetchedAt() == null ? null : Moments.told(feed.fetchedAt()),
                    feed.failure() == null ? null : "briefing.feeds.failed." + feed.failure(),
                    feed.brought());
        }
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("form", FeedForm.EMPTY);
        return show(model);
    }

    @PostMapping
    String add(
            Viewer viewer,
            @Valid @ModelAttribute("form") FeedForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                int hours = form.hours().matches("[0-9]{1,3}") ? Integer.parseInt(form.hours()) : 0;
                feeds.add(viewer, form.address(), form.name(), form.topic(), hours);
                return done("added", flash);
            } catch (FeedRefused refused) {
                errors.rejectValue(refused.field(), refused.messageKey());
            }
        }
        return show(model);
    }

    @PostMapping("/{feed}/pause")
    String pause(Viewer viewer, @PathVariable UUID feed, RedirectAttributes flash) {
        feeds.pause(viewer, feed);
        return done("paused", flash);
    }

    /** Also of one that does not rest: it is fetched at once. */
    @PostMapping("/{feed}/fetching")
    String fetch(Viewer viewer, @PathVariable UUID feed, RedirectAttributes flash) {
        feeds.resume(viewer, feed);
        return done("fetching", flash);
    }

    @PostMapping("/{feed}/removal")
    String remove(Viewer viewer, @PathVariable UUID feed, RedirectAttributes flash) {
        feeds.remove(viewer, feed);
        return done("removed", flash);
    }

    private String show(Model model) {
        Map<String, String> names = TopicNames.of(briefings.allTopics().stream());
        Map<String, String> hours = new LinkedHashMap<>();
        NewsFeeds.EVERY_HOURS.forEach(each -> hours.put(
                String.valueOf(each),
                messages.getMessage("briefing.feeds.every", new Object[] {each}, java.util.Locale.ENGLISH)));
        model.addAttribute("topics", TopicNames.of(briefings.topics().stream()))
                .addAttribute("hours", hours)
                .addAttribute(
                        "rows",
                        feeds.all().stream().map(feed -> Row.of(feed, names)).toList());
        return "briefing/feeds";
    }

    private static String done(String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "briefing.feeds.notice." + notice);
        return PAGE;
    }
}
