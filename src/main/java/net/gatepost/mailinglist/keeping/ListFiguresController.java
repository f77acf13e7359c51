package net.gatepost.mailinglist.keeping;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.gatepost.web.Bars;
import net.gatepost.web.ForAdministrators;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list's figures, as charts and as a table. */
@ForAdministrators
@Controller
class ListFiguresController {

    private static final int DAYS = 91;
    private static final int WEEK = 7;

    private final ListFigures figures;
    private final Clock clock;

    ListFiguresController(ListFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /** One figure. Its words are the message {@code mailinglist.figure.<name>}. */
    record Chart(String name, Bars bars) {
        public String labelKey() {
            return "mailinglist.figure." + name;
        }
    }

    /** A week of the table, by its first day. */
    record Week(String from, List<Long> counts) {}

    @GetMapping("/admin/mailing-list/figures")
    String figures(Model model) {
        var first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS - 1L);
        var charts = new ArrayList<Chart>();
        figures.since(first).forEach((name, counts) -> charts.add(new Chart(name, Bars.of(first, DAYS, counts))));
        model.addAttribute("charts", charts)
                .addAttribute("weeks", weeks(charts))
                .addAttribute("sources", figures.sources(first));
        return "mailinglist/figures";
    }

    /** The latest first. */
    private static List<Week> weeks(List<Chart> charts) {
        return IntStream.range(0, DAYS / WEEK)
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
