package net.gatepost.admin;

import java.util.List;
import net.gatepost.candidate.LookQuota;
import net.gatepost.employer.EmployerDecisions;
import net.gatepost.employer.EmployerStatus;
import net.gatepost.mailinglist.SubscriberDesk;
import net.gatepost.mailinglist.SubscriberStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The desk. A module with something to decide or to count adds its figure here. */
@Controller
class AdminDeskController {

    private final EmployerDecisions employers;
    private final SubscriberDesk subscribers;
    private final LookQuota looks;

    AdminDeskController(EmployerDecisions employers, SubscriberDesk subscribers, LookQuota looks) {
        this.employers = employers;
        this.subscribers = subscribers;
        this.looks = looks;
    }

    /** A count with the list behind it; its words are the message {@code admin.figure.<name>}. */
    record Figure(String name, long count, String href) {
        public String labelKey() {
            return "admin.figure." + name;
        }
    }

    @GetMapping("/admin")
    String desk(Model model) {
        var counts = employers.counts();
        model.addAttribute(
                "figures",
                List.of(
                        new Figure(
                                "employers-waiting",
                                counts.getOrDefault(EmployerStatus.PENDING, 0L),
                                "/admin/employers"),
                        new Figure(
                                "employers-verified",
                                counts.getOrDefault(EmployerStatus.VERIFIED, 0L),
                                "/admin/employers?status=verified"),
                        new Figure(
                                "subscribers",
                                subscribers.counts().of(SubscriberStatus.CONFIRMED),
                                "/admin/mailing-list")));
        model.addAttribute("looks", looks.mostToday());
        return "admin/desk";
    }
}
