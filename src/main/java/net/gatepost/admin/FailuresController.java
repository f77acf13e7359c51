package net.gatepost.admin;

import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.mail.FailedMails;
import net.gatepost.web.ForAdministrators;
import net.gatepost.web.Moments;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mails that could not be sent and work that fails, to be tried again. */
@ForAdministrators
@Controller
@RequestMapping("/admin/failures")
class FailuresController {

    private static final String PAGE = "redirect:/admin/failures";

    private final FailedMails mails;
    private final WaitingTasks tasks;
    private final Audit audit;
    private final TransactionTemplate transaction;

    FailuresController(FailedMails mails, WaitingTasks tasks, Audit audit, TransactionTemplate transaction) {
        this.mails = mails;
        this.tasks = tasks;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A mail in words. */
    record MailRow(UUID id, String host, String error, int attempts, String queued) {}

    /** A task in words. */
    record TaskRow(String name, String instance, int failures, String last, String next) {}

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String page, Model model) {
        int number = PageNumber.of(page);
        var found = mails.page(number);
        model.addAttribute(
                        "mails",
                        found.getContent().stream()
                                .map(each -> new MailRow(
                                        each.id(),
                                        each.host(),
                                        each.error(),
                                        each.attempts(),
                                        Moments.told(each.queuedAt())))
                                .toList())
                .addAttribute(
                        "tasks",
                        tasks.failing().stream()
                                .map(each -> new TaskRow(
                                        each.name(),
                                        each.instance(),
                                        each.failures(),
                                        each.last() == null ? "" : Moments.told(each.last()),
                                        Moments.told(each.next())))
                                .toList())
                .addAttribute("page", number)
                .addAttribute("pages", found.getTotalPages());
        return "admin/failures";
    }

    @PostMapping("/mails/{id}/retry")
    String retry(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        transaction.executeWithoutResult(status -> {
            mails.retry(id);
            audit.record(viewer.id(), "mail.retried", "mail", id, "");
        });
        return done("admin.failures.retried", flash);
    }

    /** Those of the first page: who has more looks again. */
    @PostMapping("/mails/retry")
    String retryAll(Viewer viewer, RedirectAttributes flash) {
        for (var each : mails.page(1)) {
            transaction.executeWithoutResult(status -> {
                mails.retry(each.id());
                audit.record(viewer.id(), "mail.retried", "mail", each.id(), "");
            });
        }
        return done("admin.failures.retried", flash);
    }

    @PostMapping("/mails/{id}/removal")
    String drop(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        transaction.executeWithoutResult(status -> {
            mails.drop(id);
            audit.record(viewer.id(), "mail.dropped", "mail", id, "");
        });
        return done("admin.failures.dropped", flash);
    }

    @PostMapping("/tasks/retry")
    String retryTask(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String instance,
            RedirectAttributes flash) {
        tasks.retry(name, instance);
        return done("admin.failures.task", flash);
    }

    private static String done(String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return PAGE;
    }
}
