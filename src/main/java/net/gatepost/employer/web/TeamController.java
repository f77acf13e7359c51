package net.gatepost.employer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import net.gatepost.employer.Employers;
import net.gatepost.employer.Team;
import net.gatepost.employer.TeamRefused;
import net.gatepost.web.RateLimits;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who recruits for an employer: inviting, giving roles, removing, leaving; and what one is invited to. */
@Controller
class TeamController {

    private static final int INVITATIONS_A_DAY = 100;

    private final Team team;
    private final Employers employers;
    private final RateLimits limits;

    TeamController(Team team, Employers employers, RateLimits limits) {
        this.team = team;
        this.employers = employers;
        this.limits = limits;
    }

    /** @param employer which one's; without it the first that the viewer recruits for */
    @GetMapping("/hire/team")
    String team(Viewer viewer, @RequestParam(required = false) @Nullable UUID employer, Model model) {
        if (employer == null) {
            var mine = employers.actingFor(viewer);
            return mine.isEmpty() ? "redirect:/hire" : page(viewer, mine.get(0).id(), InvitationForm.empty(), model);
        }
        return page(viewer, employer, InvitationForm.empty(), model);
    }

    @PostMapping("/hire/team/{employer}/invitations")
    String invite(
            Viewer viewer,
            @PathVariable UUID employer,
            @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        team.roster(viewer, employer);
        var address = form.address(errors);
        if (address.isPresent()) {
            limits.take("team-invitation", employer.toString(), INVITATIONS_A_DAY, Duration.ofDays(1));
            try {
                team.invite(viewer, employer, address.get(), form.asOwner());
            } catch (TeamRefused refused) {
                errors.rejectValue("email", refused.messageKey());
            }
        }
        return errors.hasErrors()
                ? page(viewer, employer, form, model)
                : done(employer, "team.notice.invited", redirect);
    }

    @PostMapping("/hire/team/{employer}/invitations/{invitation}/withdrawal")
    String withdraw(
            Viewer viewer, @PathVariable UUID employer, @PathVariable UUID invitation, RedirectAttributes redirect) {
        team.withdraw(viewer, employer, invitation);
        return done(employer, "team.notice.withdrawn", redirect);
    }

    @PostMapping("/hire/team/{employer}/recruiters/{recruiter}/role")
    String giveRole(
            Viewer viewer,
            @PathVariable UUID employer,
            @PathVariable UUID recruiter,
            @RequestParam(defaultValue = "") String role,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            team.giveRole(viewer, employer, recruiter, InvitationForm.OWNER.equals(role));
        } catch (TeamRefused refused) {
            return conflict(viewer, employer, refused, model, response);
        }
        return done(employer, "team.notice.role", redirect);
    }

    @PostMapping("/hire/team/{employer}/recruiters/{recruiter}/removal")
    String remove(
            Viewer viewer,
            @PathVariable UUID employer,
            @PathVariable UUID recruiter,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            team.remove(viewer, employer, recruiter);
        } catch (TeamRefused refused) {
            return conflict(viewer, employer, refused, model, response);
        }
        if (!employers.recruitsFor(viewer.id(), employer)) {
            redirect.addFlashAttribute("notice", "team.notice.left");
            return "redirect:/hire";
        }
        return done(employer, "team.notice.removed", redirect);
    }

    @PostMapping("/hire/invitations/{invitation}/acceptance")
    String accept(Viewer viewer, @PathVariable UUID invitation, RedirectAttributes redirect) {
        team.accept(viewer, invitation);
        redirect.addFlashAttribute("notice", "team.notice.accepted");
        return "redirect:/hire";
    }

    @PostMapping("/hire/invitations/{invitation}/refusal")
    String refuse(Viewer viewer, @PathVariable UUID invitation, RedirectAttributes redirect) {
        team.refuse(viewer, invitation);
        redirect.addFlashAttribute("notice", "team.notice.refused");
        return "redirect:/hire";
    }

    private String conflict(
            Viewer viewer, UUID employer, TeamRefused refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("refusal", refused.messageKey());
        return page(viewer, employer, InvitationForm.empty(), model);
    }

    private String page(Viewer viewer, UUID employer, InvitationForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "team", TeamPage.of(team.roster(viewer, employer), employers.actingFor(viewer), viewer.id()));
        return "employer/team";
    }

    private static String done(UUID employer, String notice, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", notice);
        redirect.addAttribute("employer", employer);
        return "redirect:/hire/team";
    }
}
