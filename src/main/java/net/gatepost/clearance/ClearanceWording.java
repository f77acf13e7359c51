package net.gatepost.clearance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What ads mean when they name a clearance in words of their own: "TS/SCI w/ poly", "Active Secret", "SC cleared". The table
 * {@code wording.tsv} says what each phrase means; {@code docs/clearance-wording.md} shows it to people. Nothing is guessed:
 * a word that is not in the table, two levels, required beside preferred, or "preferred" of which it can't be said how much of
 * the rest it is about, and the whole of it means nothing to us.
 */
public final class ClearanceWording {

    private static final String TABLE = "wording.tsv";

    /** Longer than any that is meant as a clearance. */
    private static final int MOST_WORDS = 40;

    /** Parts what is asked from what is asked besides, so that "Secret; SAP a plus" is two things. */
    private static final String PART = ",";

    private static final Set<String> ASKED = Set.of("level", "access", "polygraph");

    /** What changes a requirement, where it is about all of it. */
    private static final List<String> QUALIFIERS = List.of("preferred", "sponsored", "interim");

    private final Map<String, String> meanings;
    private final int longest;

    private ClearanceWording(Map<String, String> meanings) {
        this.meanings = Map.copyOf(meanings);
        this.longest = meanings.keySet().stream()
                .mapToInt(phrase -> phrase.split(" ").length)
                .max()
                .orElse(0);
    }

    /** The table that this site comes with. */
    public static ClearanceWording shipped() {
        var meanings = new HashMap<String, String>();
        for (String line : lines()) {
            String[] columns = line.split("\t");
            if (!line.startsWith("#") && columns.length == 2) {
                meanings.put(columns[0], columns[1]);
            }
        }
        return new ClearanceWording(meanings);
    }

    /** The table's lines, comments among them. */
    static List<String> lines() {
        var table = Objects.requireNonNull(ClearanceWording.class.getResourceAsStream(TABLE), TABLE);
        try (var reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What these words ask for; empty if they, or any part of them, mean nothing to us or more than one thing. */
    public Optional<ClearanceRequirement> read(@Nullable String words) {
        List<String> all = words(words);
        if (all.isEmpty() || all.size() > MOST_WORDS) {
            return Optional.empty();
        }
        var meant = new Meant();
        for (int at = 0; at < all.size(); ) {
            int taken = all.get(at).equals(PART) ? meant.part() : take(all, at, meant);
            if (taken == 0) {
                return Optional.empty();
            }
            at += taken;
        }
        return meant.requirement();
    }

    /**
     * What a whole text says of the clearance it asks for. What it only prefers is left out.
     *
     * @param isNamed whether it speaks of one at all
     * @param requirement null where it speaks of none, or in a way that is not read
     */
    public record Mention(boolean isNamed, @Nullable ClearanceRequirement requirement) {}

    /** Reads all that is said of a clearance in an advertisement, wherever it stands among other words. */
    public Mention mentionIn(String text) {
        Set<String> phrases = new LinkedHashSet<>();
        boolean named = false;
        for (String sentence : text.split("[\\r\\n;,:!?()•|]+|\\.(?=\\s|$)")) {
            List<String> all = words(sentence);
            for (int at = 0; at < all.size(); ) {
                int end = at;
                var meant = new Meant();
                for (int taken = 1; taken > 0 && end < all.size(); end += taken) {
                    taken = take(all, end, meant);
                }
                if (meant.isAboutClearance(all.subList(at, end))) {
                    named = true;
                    if (!meant.flags.contains("preferred")) {
                        phrases.add(String.join(" ", all.subList(at, end)));
                    }
                }
                at = Math.max(end, at + 1);
            }
        }
        return new Mention(named, read(String.join(PART, phrases)).orElse(null));
    }

    /** The longest phrase that begins there; how many words it has, 0 where none does. */
    private int take(List<String> all, int at, Meant meant) {
        for (int length = Math.min(longest, all.size() - at); length > 0; length--) {
            String meaning = meanings.get(String.join(" ", all.subList(at, at + length)));
            if (meaning != null) {
                meant.add(meaning);
                return length;
            }
        }
        return 0;
    }

    private static List<String> words(@Nullable String typed) {
        if (typed == null) {
            return List.of();
        }
        return Arrays.stream(typed.toLowerCase(Locale.ROOT)
                        .replace(".", "")
                        .replace("’", "'")
                        .replaceAll("[,;]", " " + PART + " ")
                        .split("[^\\p{L}\\p{N}" + PART + "]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What was read so far. */
    private static final class Meant {

        private final Set<LevelCode> levels = new java.util.HashSet<>();
        private final Set<Access> accesses = EnumSet.noneOf(Access.class);
        private final Set<PolygraphRequirement> polygraphs = EnumSet.noneOf(PolygraphRequirement.class);
        private final Set<String> flags = new java.util.HashSet<>();
        private final List<String> kinds = new ArrayList<>();

        int part() {
            kinds.add(PART);
            return 1;
        }

        void add(String meaning) {
            String[] parts = meaning.split(" ");
            kinds.add(parts[0]);
            switch (parts[0]) {
                case "level" -> levels.add(new LevelCode(parts[1]));
                case "access" -> accesses.add(Access.ofCode(parts[1]).orElseThrow());
                case "polygraph" ->
                    polygraphs.add(PolygraphRequirement.valueOf(
                            parts[1].toUpperCase(Locale.ROOT).replace('-', '_')));
                default -> flags.add(parts[0]);
            }
        }

        /** Not so where a short level may be anything else: the state of SC, a Q, a secret. */
        boolean isAboutClearance(List<String> words) {
            boolean isSaid = words.stream().anyMatch(word -> word.startsWith("clear"))
                    || kinds.stream().anyMatch(kind -> !kind.equals("level") && !kind.equals("-"))
                    || words.contains("top")
                    || words.contains("trust");
            return !accesses.isEmpty() || !polygraphs.isEmpty() || !levels.isEmpty() && isSaid;
        }

        Optional<ClearanceRequirement> requirement() {
            boolean none = flags.contains("none");
            boolean asks = !levels.isEmpty() || !accesses.isEmpty() || !polygraphs.isEmpty();
            if (none) {
                return asks ? Optional.empty() : Optional.of(ClearanceRequirement.none());
            }
            boolean twice = flags.contains("required") && flags.contains("preferred");
            if (levels.size() != 1
                    || polygraphs.size() > 1
                    || twice
                    || !QUALIFIERS.stream().allMatch(this::isAboutAll)) {
                return Optional.empty();
            }
            var requirement = new ClearanceRequirement(
                    levels.iterator().next(),
                    accesses,
                    polygraphs.isEmpty()
                            ? PolygraphRequirement.NONE
                            : polygraphs.iterator().next(),
                    flags.contains("interim"),
                    flags.contains("sponsored"),
                    flags.contains("preferred")
                            ? ClearanceRequirement.Importance.PREFERRED
                            : ClearanceRequirement.Importance.REQUIRED);
            return Optional.of(requirement);
        }

        /**
         * In "TS/SCI, poly preferred" the last word is about the polygraph alone, and in "active TS/SCI, able to obtain a poly" as
         * well: such a word counts where it stands before all that is asked, or right after one thing, such as "TS/SCI".
         */
        private boolean isAboutAll(String qualifier) {
            int first = kinds.indexOf(qualifier);
            if (first < 0) {
                return true;
            }
            int firstAsked = indexOfAsked(0);
            if (kinds.lastIndexOf(qualifier) < firstAsked) {
                return true;
            }
            int lastAsked = firstAsked;
            for (int at = firstAsked; at >= 0; at = indexOfAsked(at + 1)) {
                lastAsked = at;
            }
            boolean oneThing = lastAsked - firstAsked + 1
                    == kinds.subList(firstAsked, lastAsked + 1).stream()
                            .filter(kind -> kind.equals("level") || kind.equals("access"))
                            .count();
            return first > lastAsked && oneThing;
        }

        /** From there on; -1 where there is none. */
        private int indexOfAsked(int from) {
            for (int at = from; at < kinds.size(); at++) {
                if (ASKED.contains(kinds.get(at))) {
                    return at;
                }
            }
            return -1;
        }
    }
}
