package net.gatepost.clearance;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A level and its accesses as one stable value, such as {@code us.top-secret+sci}: what a search filters and counts by.
 *
 * @param level null where no clearance is needed, written {@code none}
 */
public record RequirementKey(@Nullable LevelCode level, Set<Access> accesses) {

    /** No clearance needed. */
    public static final RequirementKey NONE = new RequirementKey(null, Set.of());

    private static final String NONE_TEXT = "none";

    public RequirementKey {
        if (level == null && !accesses.isEmpty()) {
            throw new IllegalArgumentException("An access stands on top of a level: " + accesses);
        }
        accesses = Access.inOrder(accesses);
    }

    /**
     * Reads what {@link #format()} writes, with the accesses in any order. A blank stands for a plus, because that is
     * what a plus in an address is decoded to. Anything else is empty, never an exception: it comes from addresses.
     */
    public static Optional<RequirementKey> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.equals(NONE_TEXT)) {
            return Optional.of(NONE);
        }
        String[] parts = text.split("[+ ]", -1);
        LevelCode level = new LevelCode(parts[0]);
        Set<Access> accesses = new TreeSet<>();
        for (String code : Arrays.asList(parts).subList(1, parts.length)) {
            Optional<Access> access = Access.ofCode(code);
            if (access.isEmpty() || !accesses.add(access.get())) {
                return Optional.empty();
            }
        }
        return level.isWellFormed() ? Optional.of(new RequirementKey(level, accesses)) : Optional.empty();
    }

    /** The stable text: the level's code, then each access after a plus, always in the same order. */
    public String format() {
        if (level == null) {
            return NONE_TEXT;
        }
        StringBuilder text = new StringBuilder(level.value());
        accesses.forEach(access -> text.append('+').append(access.code()));
        return text.toString();
    }

    @Override
    public String toString() {
        return format();
    }
}
