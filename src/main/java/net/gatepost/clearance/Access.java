package net.gatepost.clearance;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is granted on top of a level and is not a level itself. The names of compartments and programmes are never
 * kept: that somebody holds SCI may be said, which may itself be classified.
 */
public enum Access {
    /** Sensitive Compartmented Information (Intelligence Community Directive 704). */
    SCI,
    /** Special access programme (Executive Order 13526, section 4.3). */
    SAP;

    /** As it stands in the catalogue's file and in a {@link RequirementKey}: {@code sci}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The access of this code, or empty: case doesn't matter. */
    public static Optional<Access> ofCode(String code) {
        return Arrays.stream(values())
                .filter(access -> access.name().equalsIgnoreCase(code))
                .findFirst();
    }

    /** An unmodifiable copy that iterates in one order, whatever order the accesses came in. */
    static Set<Access> inOrder(Collection<Access> accesses) {
        EnumSet<Access> ordered = EnumSet.noneOf(Access.class);
        ordered.addAll(accesses);
        return Collections.unmodifiableSet(ordered);
    }
}
