package net.gatepost.mailinglist.keeping;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.gatepost.web.DailyFigure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the list does over time. Everything counted is something that a server said or a reader did on purpose. */
@Component
class ListFigures {

    private static final int MOST_SOURCES = 20;

    private final JdbcClient database;

    /** By name, in the order of the page; the message {@code mailinglist.figure.<name>} says what it is. */
    private final Map<String, DailyFigure> daily = new LinkedHashMap<>();

    ListFigures(JdbcClient database) {
        this.database = database;
        add("joined", "happened_at", "subscriber_event where kind in ('CONFIRMED', 'IMPORTED')");
        add("left", "happened_at", "subscriber_event where kind = 'LEFT'");
        add("sent", "ended_at", "mailing_delivery where status in ('SENT', 'BOUNCED')");
        add("bounced", "happened_at", "subscriber_event where kind in ('SOFT_BOUNCE', 'HARD_BOUNCE')");
        add("complained", "happened_at", "subscriber_event where kind = 'COMPLAINT'");
    }

    private void add(String name, String column, String from) {
        daily.put(name, DailyFigure.of("list." + name, database, column, from));
    }

    Map<String, Map<LocalDate, Long>> since(LocalDate first) {
        Map<String, Map<LocalDate, Long>> counts = new LinkedHashMap<>();
        daily.forEach((name, figure) -> counts.put(name, figure.since(first)));
        return counts;
    }

    /** How many joined from which page. @param page {@code import} for those brought over; null where it is not known */
    record Source(@org.jspecify.annotations.Nullable String page, long joined) {}

    List<Source> sources(LocalDate first) {
        return database.sql(
                        "select case when kind = 'IMPORTED' then 'import' else source_page end as page, count(*) as joined from subscriber_event"
                                + " where kind in ('CONFIRMED', 'IMPORTED') and happened_at >= :first"
                                + " group by case when kind = 'IMPORTED' then 'import' else source_page end order by joined desc, page fetch first :most rows only")
                .param("first", first.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("most", MOST_SOURCES)
                .query((row, number) -> new Source(row.getString("page"), row.getLong("joined")))
                .list();
    }
}
