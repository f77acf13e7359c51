package net.gatepost.job;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.web.DailyFigure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures that are counted as they happen. */
@Configuration(proxyBeanMethods = false)
class CountedFigures {

    @Bean
    ListingFigure viewsFigure(ListingCounts counts) {
        return new Counted(Figure.VIEWS, counts);
    }

    @Bean
    ListingFigure clicksFigure(ListingCounts counts) {
        return new Counted(Figure.CLICKS, counts);
    }

    @Bean
    DailyFigure listingsByDay(JdbcClient database) {
        return DailyFigure.of("listings", database, "posted_at", "listing where status <> 'DRAFT'");
    }

    private record Counted(Figure figure, ListingCounts counts) implements ListingFigure {

        @Override
        public Map<UUID, Long> totals(Collection<UUID> listingIds) {
            return counts.totals(figure, listingIds);
        }

        @Override
        public List<OnDay> byDay(Collection<UUID> listingIds, LocalDate since) {
            return counts.byDay(figure, listingIds, since);
        }
    }
}
