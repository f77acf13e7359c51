package net.gatepost.job;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
