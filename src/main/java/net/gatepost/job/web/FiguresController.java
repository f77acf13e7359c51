package net.gatepost.job.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.gatepost.job.Figure;
import net.gatepost.job.ListingState;
import net.gatepost.job.Listings;
import net.gatepost.web.Bars;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How one listing does, day by day. */
@Controller
class FiguresController {

    private final Listings listings;
    private final DeskFigures figures;

    FiguresController(Listings listings, DeskFigures figures) {
        this.listings = listings;
        this.figures = figures;
    }

    /** @param total all that there ever were */
    record Chart(Figure figure, long total, Bars bars) {}

    /** One line of the table: what there was on one day, in the order of the charts. */
    record Day(String day, List<Long> counts) {}

    @GetMapping("/hire/listings/{id}/figures")
    String figures(Viewer viewer, @PathVariable UUID id, Model model) {
        var listing = listings.hiring(viewer, id);
        if (listing.state() == ListingState.DRAFT) {
            throw new NotFound();
        }
        var totals = figures.totals(List.of(id)).get(id);
        var charts = Arrays.stream(Figure.values())
                .map(figure -> new Chart(
                        figure, totals == null ? 0 : totals.getOrDefault(figure, 0L), figures.lately(figure, id)))
                .toList();
        model.addAttribute("listing", listing)
                .addAttribute("charts", charts)
                .addAttribute("firstAnswer", figures.firstAnswers(List.of(id)).get(id))
                .addAttribute("days", days(charts));
        return "job/figures";
    }

    /** The latest first. */
    private static List<Day> days(List<Chart> charts) {
        int last = DeskFigures.DAYS - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(ago -> new Day(
                        charts.get(0).bars().bars().get(last - ago).told(),
                        charts.stream()
                                .map(chart ->
                                        chart.bars().bars().get(last - ago).count())
                                .toList()))
                .toList();
    }
}
