package net.gatepost.job.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.web.Moments;
import net.gatepost.web.NotFound;
import net.gatepost.web.PageNumber;
import net.gatepost.web.SpillRefused;
import net.gatepost.web.Upload;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing listings in: sending a file, having a feed fetched, and what became of each row. */
@Controller
@RequestMapping("/hire/import")
class ImportController {

    private static final String PAGE = "redirect:/hire/import?employer=";

    private final Imports imports;
    private final Employers employers;

    ImportController(Imports imports, Employers employers) {
        this.imports = imports;
        this.employers = employers;
    }

    /**
     * What the page's two forms send.
     *
     * @param file never filled: the field beside which is said what is wrong with the file
     * @param full whether the feed names all jobs
     */
    record ImportForm(
            @Nullable String file,
            @Nullable String address,
            @Nullable Integer hours,
            @Nullable Boolean full) {

        static final ImportForm EMPTY = new ImportForm(null, null, 24, false);

        /** For the page, which keeps what was ticked. */
        public boolean names() {
            return Boolean.TRUE.equals(full);
        }
    }

    /** One run in a list, in words. */
    record Row(
            UUID id,
            String name,
            ImportState state,
            String began,
            long total,
            Map<Outcome, Long> counts,
            long toClose,
            @Nullable String failure) {

        static Row of(Imports.Known known) {
            var run = known.run();
            return new Row(
                    run.id(),
                    run.name(),
                    run.state(),
                    Moments.told(run.beganAt()),
                    known.total(),
                    known.counts(),
                    run.toClose(),
                    run.failure());
        }

        public String kind() {
            return switch (state) {
                case DONE -> "good";
                case FAILED -> "bad";
                default -> "wait";
            };
        }

        public long count(Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }
    }

    @GetMapping
    String page(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID employer,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        model.addAttribute("form", ImportForm.EMPTY);
        if (employer != null) {
            return show(viewer, employer, PageNumber.of(page), model);
        }
        var mine = employers.actingFor(viewer);
        return mine.isEmpty() ? "redirect:/hire" : show(viewer, mine.get(0).id(), PageNumber.of(page), model);
    }

    @PostMapping("/{employer}/files")
    String send(
            Viewer viewer,
            @PathVariable UUID employer,
            Upload file,
            @ModelAttribute("form") ImportForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        employers.requireActingFor(viewer, employer);
        if (file.isEmpty()) {
            errors.rejectValue("file", "import.file.missing");
        } else {
            try {
                return "redirect:/hire/import/runs/" + imports.send(viewer, employer, file, form.names());
            } catch (FeedUnreadable unreadable) {
                errors.rejectValue("file", unreadable.messageKey(), unreadable.arguments(), null);
            } catch (SpillRefused marked) {
                marked.tell(errors);
            } catch (ImportRefused refused) {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("refusal", refused.messageKey());
            }
        }
        return show(viewer, employer, 1, model);
    }

    @PostMapping("/{employer}/source")
    String fetchFrom(
            Viewer viewer,
            @PathVariable UUID employer,
            @ModelAttribute("form") ImportForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        employers.requireActingFor(viewer, employer);
        try {
            String address = form.address() == null ? "" : form.address().strip();
            imports.fetchFrom(viewer, employer, address, form.names(), form.hours() == null ? 0 : form.hours());
        } catch (ImportRefused refused) {
            errors.rejectValue(refused.messageKey().endsWith("hours") ? "hours" : "address", refused.messageKey());
        }
        return errors.hasErrors() ? show(viewer, employer, 1, model) : done(employer, "import.notice.source", redirect);
    }

    @PostMapping("/{employer}/source/pause")
    String pause(
            Viewer viewer,
            @PathVariable UUID employer,
            @RequestParam(defaultValue = "true") boolean paused,
            RedirectAttributes redirect) {
        imports.pause(viewer, employer, paused);
        return done(employer, paused ? "import.notice.paused" : "import.notice.resumed", redirect);
    }

    @PostMapping("/{employer}/source/removal")
    String remove(Viewer viewer, @PathVariable UUID employer, RedirectAttributes redirect) {
        imports.forget(viewer, employer);
        return done(employer, "import.notice.removed", redirect);
    }

    /** @param only an outcome's name; anything else shows all rows */
    @GetMapping("/runs/{id}")
    String run(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(required = false) @Nullable String page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String asksForProgress,
            Model model,
            HttpServletResponse response) {
        var known = imports.one(viewer, id);
        if (asksForProgress != null && known.run().state().isAtRest()) {
            response.setHeader(
                    "HX-Refresh", "true"); // it was under way when the page was shown: all of it is another now
        }
        var outcome = Arrays.stream(Outcome.values())
                .filter(each -> each.name().equalsIgnoreCase(only))
                .findFirst();
        int number = PageNumber.of(page);
        long shown = outcome.map(known::of).orElseGet(known::total);
        model.addAttribute("row", Row.of(known))
                .addAttribute(
                        "employer", employers.byId(known.run().employerId()).orElseThrow(NotFound::new))
                .addAttribute("handled", known.total() - known.of(Outcome.WAITING))
                .addAttribute("outcomes", Outcome.values())
                .addAttribute("only", outcome.orElse(null))
                .addAttribute("rows", imports.report(viewer, id, outcome, number))
                .addAttribute("page", number)
                .addAttribute("pages", (int) ((shown + Imports.ROWS_A_PAGE - 1) / Imports.ROWS_A_PAGE));
        return "job/import-run";
    }

    @PostMapping("/runs/{id}/closing")
    String answer(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes redirect) {
        boolean close = answer.equals("close");
        imports.answer(viewer, id, close);
        redirect.addFlashAttribute("notice", close ? "import.notice.closing" : "import.notice.kept");
        return "redirect:/hire/import/runs/" + id;
    }

    private String show(Viewer viewer, UUID employerId, int page, Model model) {
        var employer = employers.requireActingFor(viewer, employerId);
        var found = imports.of(viewer, employerId, page);
        model.addAttribute("employer", employer)
                .addAttribute("others", others(viewer, employerId))
                .addAttribute("runs", found.getContent().stream().map(Row::of).toList())
                .addAttribute("page", page)
                .addAttribute("pages", found.getTotalPages())
                .addAttribute(
                        "source",
                        imports.source(viewer, employerId).map(Feed::of).orElse(null))
                .addAttribute("told", List.of(Outcome.MADE, Outcome.CHANGED, Outcome.CLOSED, Outcome.REFUSED))
                .addAttribute("hours", Imports.EVERY_HOURS)
                .addAttribute("columns", columns());
        return "job/import";
    }

    /** A feed in words. */
    record Feed(String address, boolean full, int hours, boolean paused, String next) {

        static Feed of(ImportSource source) {
            return new Feed(
                    source.address(),
                    source.isFull(),
                    source.everyHours(),
                    source.isPaused(),
                    Moments.told(source.nextAt()));
        }
    }

    private List<EmployerView> others(Viewer viewer, UUID employerId) {
        return employers.actingFor(viewer).stream()
                .filter(each -> !each.id().equals(employerId))
                .sorted(Comparator.comparing(EmployerView::name))
                .toList();
    }

    /** The names that columns and elements may have. */
    private static List<String> columns() {
        return Arrays.stream(Field.values())
                .map(field -> String.join(", ", field.names()))
                .toList();
    }

    private static String done(UUID employer, String notice, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", notice);
        return PAGE + employer;
    }
}
