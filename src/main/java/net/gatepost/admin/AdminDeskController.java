package net.gatepost.admin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.gatepost.candidate.LookQuota;
import net.gatepost.employer.EmployerDecisions;
import net.gatepost.employer.EmployerStatus;
import net.gatepost.mail.FailedMails;
import net.gatepost.mailinglist.SubscriberDesk;
import net.gatepost.mailinglist.SubscriberStatus;
import net.gatepost.moderation.Moderation;
import net.gatepost.web.Bars;
import net.gatepost.web.DailyFigure;
import net.gatepost.web.ForAdministrators;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The desk. A module with something to decide or to count adds its figure here. */
@ForAdministrators
@Controller
class AdminDeskController {

    private static final int DAYS = 91;
    private static final int WEEK = 7;

    private final EmployerDecisions employers;
    private final SubscriberDesk subscribers;
    private final LookQuota looks;
    private final Moderation moderation;
    private final FailedMails mails;
    private final WaitingTasks tasks;
    private final List<DailyFigure> daily;
    private final Clock clock;

    /** Of all that there is: what happened a few minutes ago may wait. */
    private final Cache<LocalDate, List<Chart>> charts = Caffeine.newBuilder()
            .maximumSize(2)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    AdminDeskController(
            EmployerDecisions employers,
            SubscriberDesk subscribers,
            LookQuota looks,
            Moderation moderation,
            FailedMails mails,
            WaitingTasks tasks,
            List<DailyFigure> daily,
            Clock clock) {
        this.moderation = moderation;
        this.mails = mails;
        this.tasks = tasks;
        this.daily = daily;
        this.clock = clock;
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
                        new Figure("reports", moderation.waiting(), "/admin/reports"),
                        new Figure("failures", mails.count() + tasks.count(), "/admin/failures"),
                        new Figure(
                                "employers-verified",
                                counts.getOrDefault(EmployerStatus.VERIFIED, 0L),
                                "/admin/employers?status=verified"),
                        new Figure(
                                "subscribers",
                                subscribers.counts().of(SubscriberStatus.CONFIRMED),
                                "/admin/mailing-list")));
        model.addAttribute("looks", looks.mostToday());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var drawn = charts.get(today, this::draw);
        model.addAttribute("rooms", List.of("reports", "listings", "people", "briefings", "failures", "audit"));
        model.addAttribute("charts", drawn);
        model.addAttribute("weeks", weeks(drawn));
        return "admin/desk";
    }

    /** One figure over {@value #DAYS} days. */
    record Chart(String name, Bars bars) {
        public String labelKey() {
            return "admin.daily." + name;
        }
    }

    /** A week of the table, by its first day. */
    record Week(String from, List<Long> counts) {}

    private List<Chart> draw(LocalDate today) {
        var first = today.minusDays(DAYS - 1L);
        return daily.stream()
                .sorted(Comparator.comparing(DailyFigure::name))
                .map(figure -> new Chart(figure.name(), Bars.of(first, DAYS, figure.since(first))))
                .toList();
    }

    /** The latest first. */
    private static List<Week> weeks(List<Chart> charts) {
        return charts.isEmpty()
                ? List.of()
                : IntStream.range(0, DAYS / WEEK)
                        .mapToObj(ago -> DAYS - (ago + 1) * WEEK)
                        .map(from -> new Week(
                                charts.get(0).bars().bars().get(from).told(),
                                charts.stream()
                                        .map(chart -> chart.bars().bars().subList(from, from + WEEK).stream()
                                                .mapToLong(Bars.Bar::count)
                                                .sum())
                                        .toList()))
                        .toList();
    }
}
