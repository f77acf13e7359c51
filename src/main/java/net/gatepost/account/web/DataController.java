package net.gatepost.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import net.gatepost.account.Accounts;
import net.gatepost.account.BackTo;
import net.gatepost.account.Confirmed;
import net.gatepost.account.Erasures;
import net.gatepost.account.Exports;
import net.gatepost.account.PersonalData.Hindrance;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A person's data in their own hands: a copy of it, and its end. */
@Controller
class DataController {

    private static final String PAGE = "/me/data";
    private static final String ERASURE = "/me/data/erasure";

    private final Exports exports;
    private final Erasures erasures;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Clock clock;

    DataController(Exports exports, Erasures erasures, Accounts accounts, MessageSource messages, Clock clock) {
        this.exports = exports;
        this.erasures = erasures;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    record ErasureForm(
            @NotNull(message = "{data.erasure.understood.missing}")
            @AssertTrue(message = "{data.erasure.understood.missing}")
            @Nullable
            Boolean understood) {}

    /** What is in the way, in words. */
    record InTheWay(String text, String path) {}

    @GetMapping(PAGE)
    String page(@Nullable Confirmed confirmed, Model model) {
        model.addAttribute("confirmed", confirmed != null);
        return "account/data";
    }

    @PostMapping("/me/data/export")
    void export(@BackTo(PAGE) Confirmed confirmed, HttpServletResponse response) throws IOException {
        try {
            exports.make(confirmed, () -> archive(response));
        } catch (IOException | RuntimeException failure) {
            if (!response.isCommitted()) {
                // An error page is no attachment. One that has begun already breaks off with the connection.
                response.reset();
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
            throw failure;
        }
    }

    private OutputStream archive(HttpServletResponse response) throws IOException {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("gatepost-" + today + ".zip")
                        .build()
                        .toString());
        return response.getOutputStream();
    }

    @GetMapping(ERASURE)
    String erasure(Confirmed confirmed, Model model) {
        model.addAttribute("form", new ErasureForm(false));
        return show(confirmed, erasures.hindrances(confirmed.viewer()), model);
    }

    @PostMapping(ERASURE)
    String erase(
            @BackTo(ERASURE) Confirmed confirmed,
            @Valid @ModelAttribute("form") ErasureForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request) {
        if (errors.hasErrors()) {
            return show(confirmed, erasures.hindrances(confirmed.viewer()), model);
        }
        var hindrances = erasures.erase(confirmed);
        if (!hindrances.isEmpty()) {
            errors.reject("data.erasure.hindered");
            return show(confirmed, hindrances, model);
        }
        end(request);
        return "redirect:/erased";
    }

    @GetMapping("/erased")
    ModelAndView erased() {
        return DonePage.page("data.erased", "/");
    }

    private String show(Confirmed confirmed, List<Hindrance> hindrances, Model model) {
        Viewer viewer = confirmed.viewer();
        model.addAttribute("email", accounts.member(viewer.id()).email());
        model.addAttribute(
                "inTheWay",
                hindrances.stream()
                        .map(one -> new InTheWay(
                                messages.getMessage(
                                        one.messageKey(), one.arguments().toArray(), Locale.ENGLISH),
                                one.path()))
                        .toList());
        return "account/erasure";
    }

    /** The session is deleted with its owner: nothing may be written to it any more. */
    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
