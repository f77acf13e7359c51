package net.gatepost.alert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import net.gatepost.web.LongestPause;

/**
 * When alerts are due. The hour is early morning in Washington in winter as in summer, and noon in London: members have
 * no time zone of their own here.
 */
public final class AlertTimes {

    /** UTC. */
    public static final LocalTime AT = LocalTime.of(11, 30);

    public static final DayOfWeek ON = DayOfWeek.MONDAY;

    private AlertTimes() {}

    /** Whether a search that was last dealt with at {@code toldAt} has its turn. */
    static boolean isDue(Often often, Instant toldAt, Instant now) {
        return switch (often) {
            case AT_ONCE -> true;
            case DAILY, WEEKLY -> toldAt.isBefore(latest(often, now)) || toldAt.isAfter(LongestPause.after(now));
            case OFF -> false;
        };
    }

    /** The latest moment, not after now, at which alerts of that kind were due; now itself where they always are. */
    static Instant latest(Often often, Instant now) {
        if (often == Often.AT_ONCE) {
            return now;
        }
        var today = now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).with(AT);
        var day = today.toInstant().isAfter(now) ? today.minusDays(1) : today;
        return (often == Often.WEEKLY ? day.with(TemporalAdjusters.previousOrSame(ON)) : day).toInstant();
    }
}
