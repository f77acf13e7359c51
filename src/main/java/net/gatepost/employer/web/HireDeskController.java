package net.gatepost.employer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import net.gatepost.employer.DomainMail;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.employer.Team;
import net.gatepost.employer.TeamRefused;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.NotFound;
import net.gatepost.web.RateLimits;
import net.gatepost.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hiring desk: the employers one acts for, what to do next for each, and whom one is asked to recruit for. */
@Controller
class HireDeskController {

    private static final int LINKS_A_DAY = 20;

    private final Employers employers;
    private final Team team;
    private final DomainMail domainMail;
    private final RateLimits limits;

    HireDeskController(Employers employers, Team team, DomainMail domainMail, RateLimits limits) {
        this.domainMail = domainMail;
        this.limits = limits;
        this.employers = employers;
        this.team = team;
    }

    /** What is wrong with an address that somebody typed on the desk. */
    record MailProblem(UUID employer, String typed, String key) {}

    @GetMapping("/hire")
    String desk(Viewer viewer, Model model) {
        var mine = employers.actingFor(viewer);
        model.addAttribute("employers", mine);
        model.addAttribute(
                "reached",
                domainMail.confirmedAmong(mine.stream().map(EmployerView::id).toList()));
        model.addAttribute(
                "asked", team.asked(viewer).stream().map(AskedRow::of).toList());
        return "employer/desk";
    }

    /** Mails a link to an address at the employer's domain, which shows that the domain is theirs. */
    @PostMapping("/hire/employer/{id}/mail")
    String askForMail(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        employers.requireActingFor(viewer, id);
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return refuse(viewer, new MailProblem(id, email, "team.email.wrong"), model, response);
        }
        try {
            limits.take("employer-mail-proof", id.toString(), LINKS_A_DAY, Duration.ofDays(1));
            domainMail.ask(viewer, id, address.get());
        } catch (TeamRefused refused) {
            return refuse(viewer, new MailProblem(id, email, refused.messageKey()), model, response);
        }
        redirect.addFlashAttribute("notice", "employer.notice.mail-asked");
        return "redirect:/hire";
    }

    @GetMapping("/hire/employer/mail/{token}")
    String confirmation(Viewer viewer, @PathVariable String token, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("asked", domainMail.find(viewer, token).orElseThrow(NotFound::new));
        return "employer/mail-confirmation";
    }

    @PostMapping("/hire/employer/mail/{token}")
    String confirm(Viewer viewer, @PathVariable String token, RedirectAttributes redirect) {
        domainMail.confirm(viewer, token);
        redirect.addFlashAttribute("notice", "employer.notice.mail-confirmed");
        return "redirect:/hire";
    }

    private String refuse(Viewer viewer, MailProblem problem, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("mailProblem", problem);
        return desk(viewer, model);
    }
}
