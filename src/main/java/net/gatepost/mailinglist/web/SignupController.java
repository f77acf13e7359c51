package net.gatepost.mailinglist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mailinglist.AddressTrait;
import net.gatepost.mailinglist.Signup;
import net.gatepost.mailinglist.Signups;
import net.gatepost.web.Network;
import net.gatepost.web.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Joining the list. The answer never depends on whether the address is known, and the limits are taken before anything
 * looks at it, so that they can't tell either.
 */
@Controller
class SignupController {

    /** An office behind one address may join together; a machine that floods others may not. */
    private static final int FROM_ONE_NETWORK = 30;

    /** A large provider's domain is shared by many; somebody's own domain must not be flooded by catch-all addresses. */
    private static final int TO_ONE_DOMAIN = 120;

    /** Whatever stands behind a plus sign: one inbox is flooded by many spellings as well as by one. */
    private static final int TO_ONE_MAILBOX = 10;

    private static final Duration PERIOD = Duration.ofHours(1);

    private final Signups signups;
    private final TopicChoices topics;
    private final RateLimits limits;
    private final MessageSource messages;

    SignupController(Signups signups, TopicChoices topics, RateLimits limits, MessageSource messages) {
        this.signups = signups;
        this.topics = topics;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping("/mailing-list")
    String page(Model model) {
        model.addAttribute("signup", SignupForm.empty());
        return formPage(model);
    }

    @PostMapping("/mailing-list")
    String ask(
            @Valid @ModelAttribute("signup") SignupForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request) {
        limits.take("mailing-list-network", Network.of(request.getRemoteAddr()).value(), FROM_ONE_NETWORK, PERIOD);
        Optional<EmailAddress> email = EmailAddress.parse(form.typedEmail());
        if (email.isEmpty() && !errors.hasFieldErrors("email")) {
            errors.rejectValue("email", "mailinglist.email.wrong");
        }
        var chosen = TopicChoices.read(form.chosenTopics(), errors);
        var often = TopicChoices.readOften(form.briefings(), errors);
        if (errors.hasErrors() || email.isEmpty()) {
            return formPage(model);
        }
        limits.take("mailing-list-mailbox", AddressTrait.mailbox(email.get()), TO_ONE_MAILBOX, PERIOD);
        limits.take("mailing-list-domain", email.get().domain(), TO_ONE_DOMAIN, PERIOD);
        if (!form.isFilledByMachine()) {
            var source = SourcePage.of(request.getHeader(HttpHeaders.REFERER), request.getServerName());
            signups.ask(new Signup(email.get(), chosen, often, wordingOf(form), source.orElse(null)));
        }
        boolean shared = AddressTrait.of(email.get()).contains(AddressTrait.ROLE);
        return shared ? "redirect:/mailing-list/sent?shared=true" : "redirect:/mailing-list/sent";
    }

    /** @param shared what was typed is an office's address: that follows from its words alone, whoever is on the list */
    @GetMapping("/mailing-list/sent")
    String sent(@RequestParam(required = false) @Nullable String shared, Model model) {
        model.addAttribute("shared", shared != null);
        return "mailinglist/sent";
    }

    private String formPage(Model model) {
        model.addAttribute("topicLabels", topics.labels());
        model.addAttribute("topicHints", topics.hints());
        model.addAttribute("oftenLabels", topics.oftenLabels());
        return "mailinglist/join";
    }

    /** The words that stood beside the form, as they are today: part of the proof. */
    private String wordingOf(SignupForm form) {
        return form.isOnPage()
                ? words("mailinglist.join.title") + ". " + words("mailinglist.join.lead")
                : words("layout.list.title") + ". " + words("layout.list.text");
    }

    private String words(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
