package net.gatepost.apply;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.job.AnswerTimes;
import net.gatepost.job.Figure;
import net.gatepost.job.ListingFigure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What applications say of listings and employers, in numbers. */
@Component
@Transactional(readOnly = true)
class ApplicationFigures implements ListingFigure, AnswerTimes {

    private static final Duration LOOKED_BACK = Duration.ofDays(182);

    /** Until then nobody has to have answered. */
    private static final Duration DUE_AFTER = Duration.ofDays(14);

    private static final Duration ANEW_AFTER = Duration.ofHours(1);
    private static final int EMPLOYERS_KEPT = 10_000;

    private final ApplicationRepository applications;
    private final JdbcClient database;
    private final Clock clock;

    /** Every page of a listing asks for it, and it changes slowly. */
    private final Cache<UUID, Optional<Rate>> rates = Caffeine.newBuilder()
            .maximumSize(EMPLOYERS_KEPT)
            .expireAfterWrite(ANEW_AFTER)
            .build();

    ApplicationFigures(ApplicationRepository applications, JdbcClient database, Clock clock) {
        this.applications = applications;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Figure figure() {
        return Figure.APPLICATIONS;
    }

    @Override
    public Map<UUID, Long> totals(Collection<UUID> listingIds) {
        return listingIds.isEmpty()
                ? Map.of()
                : applications.countsOf(listingIds).stream()
                        .collect(Collectors.toMap(
                                ApplicationRepository.OfListing::listingId,
                                ApplicationRepository.OfListing::applications));
    }

    @Override
    public List<OnDay> byDay(Collection<UUID> listingIds, LocalDate since) {
        return listingIds.isEmpty()
                ? List.of()
                : database.sql("""
                                select listing_id, cast(submitted_at at time zone 'UTC' as date) as on_day, count(*) as counted
                                from application
                                where listing_id in (:ids) and stage <> 'WITHDRAWN' and submitted_at >= :since
                                group by listing_id, cast(submitted_at at time zone 'UTC' as date)""")
                        .param("ids", listingIds)
                        .param("since", since.atStartOfDay().atOffset(ZoneOffset.UTC))
                        .query((row, at) -> new OnDay(
                                row.getObject("listing_id", UUID.class),
                                row.getDate("on_day").toLocalDate(),
                                row.getLong("counted")))
                        .list();
    }

    @Override
    public Optional<Rate> of(UUID employerId) {
        return rates.get(employerId, this::reckon);
    }

    private Optional<Rate> reckon(UUID employerId) {
        var now = clock.instant();
        return database.sql("""
                        select count(*) as applications, count(answered_at) as answered,
                               percentile_cont(0.5) within group
                                   (order by extract(epoch from (answered_at - submitted_at))) as median
                        from (select a.submitted_at, a.stage,
                                     (select min(s.happened_at) from application_step s
                                      where s.application_id = a.id and s.side = 'EMPLOYER' and s.stage <> 'VIEWED')
                                         as answered_at
                              from application a where a.employer_id = :employer and a.submitted_at >= :since) as each_one
                        where answered_at is not null or stage <> 'WITHDRAWN' and submitted_at < :due""")
                .param("employer", employerId)
                .param("since", now.minus(LOOKED_BACK).atOffset(ZoneOffset.UTC))
                .param("due", now.minus(DUE_AFTER).atOffset(ZoneOffset.UTC))
                .query((row, at) -> new Rate(
                        row.getLong("applications"),
                        row.getLong("answered"),
                        row.getLong("answered") == 0 ? null : seconds(row.getDouble("median"))))
                .optional()
                .filter(rate -> rate.applications() >= FEWEST);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofSeconds(Math.round(seconds));
    }

    @Override
    public Map<UUID, Duration> firstAnswers(Collection<UUID> listingIds) {
        return listingIds.isEmpty()
                ? Map.of()
                : database
                        .sql("""
                                select a.listing_id, min(extract(epoch from (s.happened_at - a.submitted_at))) as seconds
                                from application a join application_step s on s.application_id = a.id
                                where a.listing_id in (:ids) and s.side = 'EMPLOYER' and s.stage <> 'VIEWED'
                                group by a.listing_id""")
                        .param("ids", listingIds)
                        .query((row, at) ->
                                Map.entry(row.getObject("listing_id", UUID.class), seconds(row.getDouble("seconds"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
