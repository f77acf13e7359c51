package net.gatepost.account.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import net.gatepost.account.BackTo;
import net.gatepost.account.Confirmed;
import net.gatepost.account.CurrentSession;
import net.gatepost.account.FreshViewer;
import net.gatepost.account.Passkeys;
import net.gatepost.account.Passkeys.Added;
import net.gatepost.account.Passkeys.Passkey;
import net.gatepost.account.Sessions;
import net.gatepost.web.Moments;
import net.gatepost.web.NotFound;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member's own passkeys: added, named, taken away. What the browser's part of it sends is posted by a form as all else. */
@Controller
@RequestMapping(PasskeyController.PATH)
class PasskeyController {

    static final String PATH = "/me/security/passkeys";

    private static final String NEW = PATH + "/new";

    private final Passkeys passkeys;
    private final Sessions sessions;
    private final CurrentSession session;
    private final FreshViewer viewers;

    PasskeyController(Passkeys passkeys, Sessions sessions, CurrentSession session, FreshViewer viewers) {
        this.viewers = viewers;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.session = session;
    }

    /** @param passkey what the authenticator answered; put in by the page's script */
    record NewForm(
            @NotBlank(message = "{passkey.label.missing}")
            @Size(max = Passkeys.LABEL, message = "{passkey.label.long}")
            @Nullable
            String label,

            @Nullable String passkey) {}

    /** A passkey in words. */
    record Row(
            UUID id, String label, String added, @Nullable String used, boolean synced) {

        static Row of(Passkey passkey) {
            var used = passkey.usedAt();
            return new Row(
                    passkey.id(),
                    passkey.label(),
                    Moments.told(passkey.createdAt()),
                    used == null ? null : Moments.told(used),
                    passkey.synced());
        }
    }

    @GetMapping
    String page(Viewer viewer, Model model) {
        return show(viewer, model);
    }

    @GetMapping("/new")
    String form(Confirmed confirmed, HttpServletRequest request, Model model) {
        model.addAttribute("form", new NewForm(Sessions.deviceOf(request), null));
        return "account/passkey-new";
    }

    @PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(@BackTo(NEW) Confirmed confirmed, HttpServletRequest request) {
        return passkeys.askForNew(confirmed, request);
    }

    /** Recovery codes, where there are any, are in the answer itself: nowhere else are they ever told. */
    @PostMapping("/new")
    String add(
            @BackTo(NEW) Confirmed confirmed,
            @Valid @ModelAttribute("form") NewForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        String answer = form.passkey();
        if (!errors.hasErrors() && (answer == null || answer.isEmpty())) {
            errors.reject("passkey.not-here");
        }
        if (errors.hasErrors()) {
            return "account/passkey-new";
        }
        var added = passkeys.add(
                confirmed, requireNonNull(answer), requireNonNull(form.label()).strip(), request);
        if (!(added instanceof Added.Done done)) {
            errors.reject("passkey.refused");
            return "account/passkey-new";
        }
        session.renew(confirmed.viewer(), request, response);
        if (!done.codes().isEmpty()) {
            model.addAttribute("codes", done.codes());
            return "account/recovery-codes";
        }
        flash.addFlashAttribute("notice", "passkey.added");
        return "redirect:" + PATH;
    }

    @PostMapping("/name")
    String rename(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID id,
            @Valid @ModelAttribute("form") NewForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            model.addAttribute("wrong", id)
                    .addAttribute("problem", errors.getAllErrors().get(0).getDefaultMessage());
            return show(viewer, model);
        }
        if (id == null) {
            throw new NotFound();
        }
        passkeys.rename(viewer, id, requireNonNull(form.label()).strip());
        flash.addFlashAttribute("notice", "passkey.renamed");
        return "redirect:" + PATH;
    }

    /** Whoever it let in elsewhere is out. */
    @PostMapping("/removal")
    String remove(
            @BackTo(PATH) Confirmed confirmed,
            @RequestParam(required = false) @Nullable UUID id,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (id == null) {
            throw new NotFound();
        }
        passkeys.remove(confirmed, id);
        sessions.endOthers(confirmed.viewer(), request);
        flash.addFlashAttribute("notice", "passkey.removed");
        return "redirect:" + PATH;
    }

    /** Puts the offer on the desk away. */
    @PostMapping("/later")
    String later(Viewer viewer) {
        passkeys.offerNoMore(viewer);
        return "redirect:/me";
    }

    private String show(Viewer viewer, Model model) {
        model.addAttribute("passkeys", passkeys.of(viewer).stream().map(Row::of).toList());
        model.addAttribute("required", viewer.has(Role.FACTOR_MISSING));
        model.addAttribute("demanded", viewers.demandFactor(viewer));
        return "account/passkeys";
    }
}
