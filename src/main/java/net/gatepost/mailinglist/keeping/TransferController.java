package net.gatepost.mailinglist.keeping;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.gatepost.web.ForAdministrators;
import net.gatepost.web.Moments;
import net.gatepost.web.SpillRefused;
import net.gatepost.web.Upload;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Bringing a list in from a file, and taking this one out as one. */
@ForAdministrators
@Controller
@RequestMapping("/admin/mailing-list")
class TransferController {

    private final ListTransfer transfer;
    private final MessageSource messages;
    private final Clock clock;

    TransferController(ListTransfer transfer, MessageSource messages, Clock clock) {
        this.transfer = transfer;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param file never filled: the field beside which is said what is wrong with the file */
    record ImportForm(@Nullable String file, @Nullable Boolean lawful) {}

    @GetMapping("/import")
    String page(Model model) {
        model.addAttribute("form", new ImportForm(null, null));
        return "mailinglist/import";
    }

    @PostMapping("/import")
    String bringIn(Viewer viewer, Upload file, @ModelAttribute("form") ImportForm form, BindingResult errors) {
        if (!Boolean.TRUE.equals(form.lawful())) {
            errors.rejectValue("lawful", "mailinglist.import.lawful.missing");
        }
        if (file.isEmpty()) {
            errors.rejectValue("file", "mailinglist.import.file.missing");
        }
        if (!errors.hasErrors()) {
            try {
                var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                var list = file.read(content -> ListFile.read(content, today));
                return "redirect:/admin/mailing-list/import/" + transfer.bringIn(viewer, list);
            } catch (ListFile.Unreadable unreadable) {
                errors.rejectValue("file", unreadable.messageKey());
            } catch (SpillRefused marked) {
                marked.tell(errors);
            }
        }
        return "mailinglist/import";
    }

    /** A row that was no subscriber. */
    record WrongRow(String line, String problem) {}

    @GetMapping("/import/{id}")
    String outcome(@PathVariable UUID id, Model model) {
        var outcome = transfer.outcome(id);
        List<WrongRow> wrong = outcome.told()
                .lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new WrongRow(parts[0], messages.getMessage(parts[1], null, Locale.ENGLISH)))
                .toList();
        model.addAttribute("outcome", outcome)
                .addAttribute("at", Moments.told(outcome.at()))
                .addAttribute("wrong", wrong);
        return "mailinglist/import-outcome";
    }

    @GetMapping("/subscribers.csv")
    void export(Viewer viewer, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"subscribers.csv\"");
        transfer.writeTo(viewer, response.getWriter());
    }
}
