package net.gatepost.mailinglist.issue;

import java.util.List;
import java.util.UUID;
import net.gatepost.web.Markdown;
import net.gatepost.web.Moments;
import net.gatepost.web.NotFound;
import net.gatepost.web.PageNumber;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was sent, for everybody to read: the same words, without anybody's links. */
@Controller
class ArchiveController {

    private final Issues issues;
    private final SiteAddress site;

    ArchiveController(Issues issues, SiteAddress site) {
        this.issues = issues;
        this.site = site;
    }

    /** One issue in the list. */
    record Row(UUID id, String subject, String topic, String sent) {

        static Row of(IssueView issue) {
            return new Row(
                    issue.id(),
                    issue.content().subject(),
                    issue.content().topic().name(),
                    issue.startedAt() == null ? "" : Moments.told(issue.startedAt()));
        }
    }

    @GetMapping("/mailing-list/archive")
    String list(@RequestParam(required = false) @Nullable String page, Model model) {
        int number = PageNumber.of(page);
        var found = issues.archive(number);
        List<Row> rows = found.map(Row::of).getContent();
        if (rows.isEmpty() && number > 1) {
            throw new NotFound();
        }
        model.addAttribute("issues", rows).addAttribute("page", number).addAttribute("pages", found.getTotalPages());
        return "mailinglist/archive";
    }

    @GetMapping("/mailing-list/archive/{id}")
    String one(@PathVariable UUID id, Model model) {
        var issue = issues.archived(id);
        model.addAttribute("issue", Row.of(issue))
                .addAttribute("words", Markdown.toHtml(issue.content().body()))
                .addAttribute("canonical", site.link("/mailing-list/archive/" + id));
        return "mailinglist/archived";
    }
}
