package net.gatepost.candidate;

import jakarta.persistence.AttributeConverter;
import java.time.YearMonth;
import net.gatepost.keys.Keyset;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A month that the database holds encrypted. */
@Immutable
class SealedMonth implements AttributeConverter<YearMonth, byte[]> {

    private final SealedText text;

    SealedMonth(Keyset profilesKeyset) {
        this.text = new SealedText(profilesKeyset);
    }

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable YearMonth month) {
        return text.convertToDatabaseColumn(month == null ? null : month.toString());
    }

    @Override
    public @Nullable YearMonth convertToEntityAttribute(byte @Nullable [] column) {
        String month = text.convertToEntityAttribute(column);
        return month == null ? null : YearMonth.parse(month);
    }
}
