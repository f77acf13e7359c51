package net.gatepost.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.gatepost.spill.MarkingKind;
import net.gatepost.spill.SpillGuard;
import net.gatepost.spill.SpillVerdict;

/**
 * A file that somebody sent. Handlers take it as an argument, named as the form's field. What is in it can be had in one
 * way only: by reading it into something {@link Legible}, which the spill guard sees before anybody else does.
 */
public final class Upload {

    private static final int LONGEST_NAME = 100;

    private final String field;
    private final String sentName;
    private final byte[] content;
    private final SpillGuard guard;
    private final Consumer<MarkingKind> warned;

    Upload(String field, String sentName, byte[] content, SpillGuard guard, Consumer<MarkingKind> warned) {
        this.field = field;
        this.sentName = sentName;
        this.content = content;
        this.guard = guard;
        this.warned = warned;
    }

    /**
     * Makes something of a file's bytes.
     *
     * @param <X> why it can't
     */
    public interface Reader<T extends Legible, X extends Exception> {
        T read(byte[] content) throws X;
    }

    /**
     * @throws SpillRefused if a word in it or in its name is marked; then keep nothing of it
     * @throws X what the reader throws
     */
    public <T extends Legible, X extends Exception> T read(Reader<T, X> reader) throws X {
        T read = reader.read(content);
        Set<MarkingKind> found = kinds(Stream.concat(Stream.of(sentName), read.texts().stream()));
        for (MarkingKind kind : found) {
            if (kind.verdict() == SpillVerdict.REFUSE) {
                throw new SpillRefused(Map.of(field, kind));
            }
        }
        found.forEach(warned);
        return read;
    }

    /**
     * Takes a file apart.
     *
     * @param <X> why it can't be
     */
    @FunctionalInterface
    public interface Splitter<T extends Legible, X extends Exception> {
        void split(InputStream content, Consumer<T> parts) throws X, IOException;
    }

    /** Takes the parts of a file, one after the other. */
    public interface Parts<T> {
        void take(T part);

        /** In place of a part that holds a marked word, of which nothing is to be kept. */
        void refused(MarkingKind kind);
    }

    /**
     * Takes a file apart that is too large to be kept in memory as a whole, or of which a part may be refused and the rest not.
     *
     * @throws SpillRefused if a word in its name is marked
     * @throws X what the splitter throws
     */
    public <T extends Legible, X extends Exception> void split(Splitter<T, X> splitter, Parts<T> parts)
            throws X, IOException {
        for (MarkingKind kind : kinds(Stream.of(sentName))) {
            if (kind.verdict() == SpillVerdict.REFUSE) {
                throw new SpillRefused(Map.of(field, kind));
            }
        }
        split(guard, new ByteArrayInputStream(content), splitter, parts);
    }

    static <T extends Legible, X extends Exception> void split(
            SpillGuard guard, InputStream content, Splitter<T, X> splitter, Parts<T> parts) throws X, IOException {
        splitter.split(
                content,
                part -> part.texts().stream()
                        .map(guard::inspect)
                        .filter(report -> report.verdict() == SpillVerdict.REFUSE)
                        .findFirst()
                        .ifPresentOrElse(report -> parts.refused(report.kinds().get(0)), () -> parts.take(part)));
    }

    /** The gravest first. */
    private Set<MarkingKind> kinds(Stream<String> texts) {
        Map<MarkingKind, Boolean> found = new LinkedHashMap<>();
        texts.distinct()
                .flatMap(text -> guard.inspect(text).kinds().stream())
                .sorted()
                .forEach(kind -> found.put(kind, true));
        return found.keySet();
    }

    /** True if no file was chosen, or one without a byte. */
    public boolean isEmpty() {
        return content.length == 0;
    }

    public long size() {
        return content.length;
    }

    /**
     * Its name without a path, without control characters and those that turn the direction of writing, at most {@value
     * #LONGEST_NAME} characters; "file" if nothing is left. Good for showing and for saving under, never for telling what it is.
     */
    public String name() {
        List<String> path = Arrays.asList(sentName.split("[/\\\\]"));
        String base = path.isEmpty() ? "" : path.get(path.size() - 1);
        String plain = base.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\"<>|:*?]", "")
                .replaceAll("\\s+", " ")
                .strip();
        if (plain.chars().allMatch(character -> character == '.')) {
            return "file";
        }
        return shortened(plain);
    }

    /** Keeps the ending. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int end = LONGEST_NAME - ending.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + ending;
    }

    /** Withheld: people write their name into the name of a file. */
    @Override
    public String toString() {
        return "Upload[withheld]";
    }
}
