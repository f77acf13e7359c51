package net.gatepost.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A bar chart of counts by day, ready to be drawn by the fragment {@code fragments/chart}: the bars with where they stand in
 * a picture that is {@link #WIDTH} wide and {@link #HEIGHT} high.
 *
 * @param total of the days that are drawn
 * @param most on one day
 */
public record Bars(List<Bar> bars, long total, long most) {

    public static final int WIDTH = 300;
    public static final int HEIGHT = 60;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /** One day. */
    public record Bar(LocalDate day, long count, double x, double y, double width, double height) {

        public String told() {
            return DAY.format(day);
        }
    }

    /** @param counts a day that is absent had none */
    public static Bars of(LocalDate first, int days, Map<LocalDate, Long> counts) {
        var perDay = IntStream.range(0, days)
                .mapToLong(at -> counts.getOrDefault(first.plusDays(at), 0L))
                .toArray();
        long most = java.util.Arrays.stream(perDay).max().orElse(0);
        double slot = (double) WIDTH / days;
        var bars = IntStream.range(0, days)
                .mapToObj(at -> {
                    double height = most == 0 ? 0 : Math.ceil(perDay[at] * (double) (HEIGHT - 1) / most);
                    return new Bar(
                            first.plusDays(at), perDay[at], at * slot, HEIGHT - height, Math.max(1, slot - 1), height);
                })
                .toList();
        return new Bars(bars, java.util.Arrays.stream(perDay).sum(), most);
    }
}
