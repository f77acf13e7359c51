package net.gatepost.job.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.job.AnswerTimes;
import net.gatepost.job.Figure;
import net.gatepost.job.ListingFigure;
import net.gatepost.web.Bars;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is counted of listings, gathered from the modules that count, and put into words. */
@Component
class DeskFigures {

    static final int DAYS = 30;

    private final List<ListingFigure> figures;
    private final ObjectProvider<AnswerTimes> answers;
    private final MessageSource messages;
    private final Clock clock;

    DeskFigures(List<ListingFigure> figures, ObjectProvider<AnswerTimes> answers, MessageSource messages, Clock clock) {
        this.figures = figures;
        this.answers = answers;
        this.messages = messages;
        this.clock = clock;
    }

    /** All that was ever counted of these, by listing; what is absent is none. */
    Map<UUID, Map<Figure, Long>> totals(Collection<UUID> listingIds) {
        var all = new HashMap<UUID, Map<Figure, Long>>();
        for (var each : figures) {
            each.totals(listingIds)
                    .forEach((listing, count) -> all.computeIfAbsent(listing, first -> new EnumMap<>(Figure.class))
                            .put(each.figure(), count));
        }
        return all;
    }

    /** The time until somebody who applied was answered, in words, by listing. */
    Map<UUID, String> firstAnswers(Collection<UUID> listingIds) {
        var told = new HashMap<UUID, String>();
        answers.ifAvailable(
                times -> times.firstAnswers(listingIds).forEach((listing, time) -> told.put(listing, told(time))));
        return told;
    }

    /** The last {@link #DAYS} days, today included, of one figure of one listing. */
    Bars lately(Figure figure, UUID listingId) {
        var first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS - 1L);
        var counts = new HashMap<LocalDate, Long>();
        figures.stream()
                .filter(each -> each.figure() == figure)
                .flatMap(each -> each.byDay(List.of(listingId), first).stream())
                .forEach(each -> counts.merge(each.day(), each.count(), Long::sum));
        return Bars.of(first, DAYS, counts);
    }

    /** "Answers 84% of those who apply, half of them within 5 days"; null where applications are not made here. */
    @Nullable
    String rate(UUID employerId) {
        var times = answers.getIfAvailable();
        if (times == null) {
            return null;
        }
        Optional<AnswerTimes.Rate> rate = times.of(employerId);
        return rate.map(known -> known.median() == null
                        ? text("listing.answers.none")
                        : text("listing.answers", known.percent(), told(known.median())))
                .orElseGet(() -> text("listing.answers.unknown"));
    }

    /** "5 hours", "3 days": rounded up, so that nothing is promised. */
    private String told(Duration time) {
        long hours = Math.max(1, (time.toMinutes() + 59) / 60);
        return hours <= 48 ? text("listing.answers.hours", hours) : text("listing.answers.days", (hours + 23) / 24);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
