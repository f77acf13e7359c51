package net.gatepost.clearance;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clearance that a listing states it needs.
 *
 * @param level the lowest level that will do, or null where no clearance is needed
 * @param interimAccepted whether a temporary grant will do
 * @param willSponsor whether the employer sponsors what is missing; nobody can apply for a clearance alone
 */
public record ClearanceRequirement(
        @Nullable LevelCode level,
        Set<Access> accesses,
        PolygraphRequirement polygraph,
        boolean interimAccepted,
        boolean willSponsor,
        Importance importance) {

    /** Whether the listing insists. */
    public enum Importance {
        REQUIRED,
        /** Welcome, and never a reason to leave somebody out. */
        PREFERRED
    }

    private static final ClearanceRequirement NONE =
            new ClearanceRequirement(null, Set.of(), PolygraphRequirement.NONE, false, false, Importance.REQUIRED);

    public ClearanceRequirement {
        accesses = Access.inOrder(accesses);
    }

    /** No clearance needed. */
    public static ClearanceRequirement none() {
        return NONE;
    }

    /** A level with accesses, required, final, not sponsored, without a polygraph. */
    public static ClearanceRequirement of(String level, Access... accesses) {
        return new ClearanceRequirement(
                new LevelCode(level),
                Access.inOrder(Arrays.asList(accesses)),
                PolygraphRequirement.NONE,
                false,
                false,
                Importance.REQUIRED);
    }

    public ClearanceRequirement withPolygraph(PolygraphRequirement asked) {
        return new ClearanceRequirement(level, accesses, asked, interimAccepted, willSponsor, importance);
    }

    public ClearanceRequirement acceptingInterim() {
        return new ClearanceRequirement(level, accesses, polygraph, true, willSponsor, importance);
    }

    public ClearanceRequirement sponsored() {
        return new ClearanceRequirement(level, accesses, polygraph, interimAccepted, true, importance);
    }

    public ClearanceRequirement preferred() {
        return new ClearanceRequirement(level, accesses, polygraph, interimAccepted, willSponsor, Importance.PREFERRED);
    }

    public boolean isPreferred() {
        return importance == Importance.PREFERRED;
    }

    /** Level and accesses as one value, for search and for the badge. */
    public RequirementKey key() {
        return level == null ? RequirementKey.NONE : new RequirementKey(level, accesses);
    }
}
