package net.gatepost.mailinglist.keeping;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mailinglist.Signup;
import net.gatepost.mailinglist.Topic;
import net.gatepost.web.Legible;

/**
 * A list as a file has it: CSV in UTF-8 whose first line names the columns {@code email}, {@code consent_source}, {@code
 * consent_date} and, if there are any, {@code topics}. A row without its consent is no subscriber.
 */
record ListFile(List<Row> rows, List<Wrong> wrong, List<String> texts) implements Legible {

    static final int MOST_ROWS = 100_000;

    /** Rows that are wrong and told one by one. */
    static final int MOST_TOLD = 20;

    /** Somebody who agreed elsewhere. */
    record Row(EmailAddress email, Set<Topic> topics, String source, Instant at) {
        @Override
        public String toString() {
            return "Row[withheld]";
        }
    }

    /** @param line as an editor counts them @param problem a message key */
    record Wrong(long line, String problem) {}

    /** It can't be read at all; the message key says why. */
    static final class Unreadable extends Exception {
        Unreadable(String messageKey) {
            super(messageKey);
        }

        String messageKey() {
            return String.valueOf(getMessage());
        }
    }

    static ListFile read(byte[] content, LocalDate today) throws Unreadable {
        var rows = new ArrayList<Row>();
        var wrong = new ArrayList<Wrong>();
        var texts = new ArrayList<String>();
        Map<String, Integer> columns = null;
        try (var lines = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(1 << 20)
                .ofCsvRecord(decoded(content))) {
            for (CsvRecord line : lines) {
                if (columns == null) {
                    columns = columns(line);
                } else if (rows.size() + wrong.size() == MOST_ROWS) {
                    throw new Unreadable("mailinglist.import.many");
                } else {
                    texts.addAll(line.getFields());
                    read(line, columns, today, rows, wrong);
                }
            }
        } catch (CsvParseException | java.io.IOException broken) {
            throw new Unreadable("mailinglist.import.broken");
        }
        if (columns == null) {
            throw new Unreadable("mailinglist.import.columns");
        }
        return new ListFile(rows, wrong, texts);
    }

    private static String decoded(byte[] content) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString()
                    .replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException notUtf8) {
            throw new Unreadable("mailinglist.import.encoding");
        }
    }

    private static Map<String, Integer> columns(CsvRecord head) throws Unreadable {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < head.getFieldCount(); i++) {
            columns.putIfAbsent(
                    head.getField(i).strip().toLowerCase(Locale.ROOT).replace(' ', '_'), i);
        }
        if (!columns.keySet().containsAll(Set.of("email", "consent_source", "consent_date"))) {
            throw new Unreadable("mailinglist.import.columns");
        }
        return columns;
    }

    private static void read(
            CsvRecord line, Map<String, Integer> columns, LocalDate today, List<Row> rows, List<Wrong> wrong) {
        var email = EmailAddress.parse(field(line, columns, "email"));
        String source = field(line, columns, "consent_source");
        var topics = topics(field(line, columns, "topics"));
        LocalDate date = date(field(line, columns, "consent_date"));
        String problem = null;
        if (email.isEmpty()) {
            problem = "mailinglist.import.row.email";
        } else if (source.isEmpty() || source.length() > Signup.WORDING_MAX) {
            problem = "mailinglist.import.row.source";
        } else if (date.equals(LocalDate.MIN) || date.isAfter(today)) {
            problem = "mailinglist.import.row.date";
        } else if (topics.isEmpty()) {
            problem = "mailinglist.import.row.topics";
        }
        if (problem != null) {
            wrong.add(new Wrong(line.getStartingLineNumber(), problem));
        } else {
            rows.add(new Row(
                    email.orElseThrow(),
                    topics,
                    source,
                    date.atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
    }

    private static String field(CsvRecord line, Map<String, Integer> columns, String name) {
        Integer at = columns.get(name);
        return at == null || at >= line.getFieldCount()
                ? ""
                : line.getField(at).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** All but announcements where none is named; empty for a name that is none. */
    private static Set<Topic> topics(String named) {
        if (named.isEmpty()) {
            return EnumSet.of(Topic.JOBS, Topic.BRIEFINGS);
        }
        var topics = EnumSet.noneOf(Topic.class);
        for (String name : named.split("[\\s,;|]+")) {
            try {
                topics.add(Topic.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                return EnumSet.noneOf(Topic.class);
            }
        }
        return topics;
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed.length() > 10 ? typed.substring(0, 10) : typed);
        } catch (DateTimeParseException none) {
            return LocalDate.MIN;
        }
    }

    @Override
    public String toString() {
        return "ListFile[withheld]";
    }
}
