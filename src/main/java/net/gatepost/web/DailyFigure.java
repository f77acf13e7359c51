package net.gatepost.web;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a module counts by day, for the administrator's charts; a bean of each that has something to count. */
public interface DailyFigure {

    /** The message {@code admin.daily.<name>} says what it is. */
    String name();

    /** How many on each day since that one, in UTC; days without any may be absent. */
    Map<LocalDate, Long> since(LocalDate first);

    /**
     * Counts the rows of a table by the day of one of its columns.
     *
     * @param from a table with its condition, as SQL that is written in the code and never typed
     */
    static DailyFigure of(String name, JdbcClient database, String column, String from) {
        return new DailyFigure() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Map<LocalDate, Long> since(LocalDate first) {
                String day = "cast(" + column + " at time zone 'UTC' as date)";
                return database
                        .sql("select " + day + " as on_day, count(*) as counted from " + from + " and " + column
                                + " >= :first group by " + day)
                        .param("first", first.atStartOfDay().atOffset(ZoneOffset.UTC))
                        .query((row, number) ->
                                Map.entry(((Date) row.getDate("on_day")).toLocalDate(), row.getLong("counted")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            }
        };
    }
}
