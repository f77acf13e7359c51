package net.gatepost.job.importing;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A CSV file (RFC 4180) in UTF-8 whose first line names the columns; with commas, or with semicolons as Excel has them. */
final class CsvFeed {

    private static final int LONGEST_FIELD = 100_000;

    private CsvFeed() {}

    static void read(InputStream content, Consumer<FeedRow> taker) throws FeedUnreadable, IOException {
        content.mark(1 << 16);
        char separator = separatorOf(content.readNBytes((1 << 16) - 1));
        content.reset();
        var characters = new InputStreamReader(
                content,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        List<@Nullable Field> columns = null;
        try (var records = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(1 << 24)
                .ofCsvRecord(characters)) {
            for (CsvRecord line : records) {
                if (columns == null) {
                    columns = columns(line);
                } else {
                    taker.accept(row(line, columns));
                }
            }
        } catch (CsvParseException broken) {
            throw broken.getCause() instanceof CharacterCodingException
                    ? new FeedUnreadable("import.unreadable.encoding")
                    : new FeedUnreadable("import.unreadable.csv");
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof CharacterCodingException) {
                throw new FeedUnreadable("import.unreadable.encoding");
            }
            throw failed.getCause();
        } catch (CharacterCodingException notUtf8) {
            throw new FeedUnreadable("import.unreadable.encoding");
        }
    }

    /** Whichever stands more often in the first line. */
    private static char separatorOf(byte[] start) {
        int commas = 0;
        int semicolons = 0;
        for (byte each : start) {
            if (each == '\n') {
                break;
            }
            commas += each == ',' ? 1 : 0;
            semicolons += each == ';' ? 1 : 0;
        }
        return semicolons > commas ? ';' : ',';
    }

    private static List<@Nullable Field> columns(CsvRecord line) throws FeedUnreadable {
        var columns = new ArrayList<@Nullable Field>();
        for (String name : line.getFields()) {
            columns.add(Field.named(name.replace("\uFEFF", "").strip()).orElse(null));
        }
        if (!columns.contains(Field.REFERENCE) || !columns.contains(Field.TITLE)) {
            throw new FeedUnreadable("import.unreadable.header");
        }
        return columns;
    }

    private static FeedRow row(CsvRecord line, List<@Nullable Field> columns) {
        if (line.getFieldCount() != columns.size()) {
            return FeedRow.broken("import.row.columns");
        }
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (int at = 0; at < columns.size(); at++) {
            var field = columns.get(at);
            String text = line.getField(at);
            if (field != null && text.length() > Math.min(field.longest(), LONGEST_FIELD)) {
                return new FeedRow(fields, "import.row.long");
            }
            if (field != null && !text.isBlank()) {
                fields.putIfAbsent(field, text.strip());
            }
        }
        return new FeedRow(fields, "");
    }
}
