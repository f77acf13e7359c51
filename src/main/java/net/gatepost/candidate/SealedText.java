package net.gatepost.candidate;

import jakarta.persistence.AttributeConverter;
import java.nio.charset.StandardCharsets;
import net.gatepost.keys.Keyset;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A text that the database holds encrypted. */
@Immutable
class SealedText implements AttributeConverter<String, byte[]> {

    private final Keyset keyset;

    SealedText(Keyset profilesKeyset) {
        this.keyset = profilesKeyset;
    }

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable String text) {
        return text == null ? null : keyset.encrypt(text.getBytes(StandardCharsets.UTF_8), SealedColumns.CONTEXT);
    }

    @Override
    public @Nullable String convertToEntityAttribute(byte @Nullable [] column) {
        return column == null
                ? null
                : new String(keyset.decrypt(column, SealedColumns.CONTEXT), StandardCharsets.UTF_8);
    }
}
