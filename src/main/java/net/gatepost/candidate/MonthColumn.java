package net.gatepost.candidate;

import jakarta.persistence.AttributeConverter;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A month as {@code 2025-03}: readable and in order in both databases. */
class MonthColumn implements AttributeConverter<YearMonth, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }

    @Override
    public @Nullable YearMonth convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : YearMonth.parse(column);
    }
}
