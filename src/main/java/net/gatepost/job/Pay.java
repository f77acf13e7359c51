package net.gatepost.job;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a job pays: a range in one currency for one period. Shown as it was given, compared by the year.
 *
 * @param min in minor units (cents), at least 1
 * @param max in minor units, not below {@code min}; the same where the pay is one figure
 */
public record Pay(long min, long max, Currency currency, PayPeriod period) {

    public static final Currency USD = Currency.getInstance("USD");

    /** The currencies that a listing may pay in, each with two decimals. */
    public static final List<Currency> CURRENCIES = List.of(
            USD,
            Currency.getInstance("GBP"),
            Currency.getInstance("CAD"),
            Currency.getInstance("AUD"),
            Currency.getInstance("EUR"));

    /** In minor units: more than anybody is paid, and far from what a year of hours could overflow. */
    public static final long MOST = 10_000_000_00L;

    private static final Pattern AMOUNT = Pattern.compile("(?:\\d{1,9}|\\d{1,3}(?:,\\d{3}){1,2})(?:\\.\\d{1,2})?");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,5}(?:\\.\\d{1,2})?[kK]");

    public Pay {
        if (min < 1 || max < min || max > MOST) {
            throw new IllegalArgumentException("No pay: " + min + " to " + max);
        }
    }

    /** The lower end for a year of 2,080 hours, in minor units. */
    public long yearlyMin() {
        return min * period.perYear();
    }

    /** The upper end for a year of 2,080 hours, in minor units. */
    public long yearlyMax() {
        return max * period.perYear();
    }

    /**
     * An amount as a person types it ({@code 142,000}, {@code $68.50}, {@code 142k}), in minor units; empty when it is not
     * one.
     */
    public static Optional<Long> parseAmount(@Nullable String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        String amount = typed.strip().replaceFirst("^(?:US)?[$£€]\\s*", "");
        BigDecimal major;
        if (THOUSANDS.matcher(amount).matches()) {
            major = new BigDecimal(amount.substring(0, amount.length() - 1)).movePointRight(3);
        } else if (AMOUNT.matcher(amount).matches()) {
            major = new BigDecimal(amount.replace(",", ""));
        } else {
            return Optional.empty();
        }
        long minor = major.movePointRight(2).longValueExact();
        return minor >= 1 && minor <= MOST ? Optional.of(minor) : Optional.empty();
    }

    /** An amount as a form shows it again: {@code 142000} or {@code 68.50}. */
    public static String formatAmount(long minor) {
        var major = BigDecimal.valueOf(minor, 2);
        return (minor % 100 == 0 ? major.setScale(0, RoundingMode.UNNECESSARY) : major).toPlainString();
    }

    /** The range without its period: "$142,000 – $178,000", "$68.50". */
    public String range() {
        return min == max ? money(min) : money(min) + " – " + money(max);
    }

    private String money(long minor) {
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(currency);
        boolean whole = min % 100 == 0 && max % 100 == 0;
        format.setMinimumFractionDigits(whole ? 0 : 2);
        format.setMaximumFractionDigits(whole ? 0 : 2);
        return format.format(BigDecimal.valueOf(minor, 2));
    }
}
