package net.gatepost.clearance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.gatepost.clearance.ClearanceRequirement.Importance;

/**
 * Everything that is known of schemes and levels. Levels are data, not code: one file states them, and an operator may
 * pass a file of their own. Immutable, and free of contradictions: a file that has any is refused when it is read.
 *
 * <p>A question about a code that the catalogue doesn't know is answered as "unknown", never by an exception, because
 * such codes are in stored rows when an operator has taken a level out.
 */
public final class ClearanceCatalogue {

    private static final String SHIPPED = "catalogue.yaml";

    private final Map<String, Scheme> schemes = new LinkedHashMap<>();
    private final Map<LevelCode, ClearanceLevel> levels = new LinkedHashMap<>();
    private final List<InvestigationTier> tiers;
    private final Labels labels;

    /** One of each kind that the evaluation tells apart. */
    private final Map<RequirementSignature, ClearanceRequirement> requirements;

    /** Words for what has no level to name it. */
    record Labels(String none, String unknown) {}

    ClearanceCatalogue(List<Scheme> schemes, List<InvestigationTier> tiers, Labels labels) {
        for (Scheme scheme : schemes) {
            this.schemes.put(scheme.code(), scheme);
            scheme.levels().forEach(level -> levels.put(level.code(), level));
        }
        this.tiers = List.copyOf(tiers);
        this.labels = labels;
        this.requirements = requirements();
    }

    /** The catalogue that comes with Gatepost. */
    public static ClearanceCatalogue shipped() {
        try (InputStream file = ClearanceCatalogue.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new InvalidCatalogueException("The catalogue " + SHIPPED + " is missing from the program");
            }
            return load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a catalogue of an operator's own: YAML in UTF-8, laid out like the shipped file. The stream stays open.
     *
     * @throws InvalidCatalogueException if it can't be read or contradicts itself; the message says what and where
     */
    public static ClearanceCatalogue load(InputStream file) {
        return new CatalogueReader().read(file);
    }

    public List<Scheme> schemes() {
        return List.copyOf(schemes.values());
    }

    public Optional<Scheme> scheme(String code) {
        return Optional.ofNullable(schemes.get(code));
    }

    /** All levels, scheme by scheme, each from the lowest up. */
    public List<ClearanceLevel> levels() {
        return List.copyOf(levels.values());
    }

    public Optional<ClearanceLevel> level(LevelCode code) {
        return Optional.ofNullable(levels.get(code));
    }

    public List<InvestigationTier> tiers() {
        return tiers;
    }

    public Optional<InvestigationTier> tier(String code) {
        return tiers.stream().filter(tier -> tier.code().equals(code)).findFirst();
    }

    /** The status of a clearance on a day; see {@link ClearanceStatus}. */
    public ClearanceStatus status(Clearance clearance, LocalDate today) {
        return ClearanceStatus.of(this, clearance, today);
    }

    /** Whether somebody's clearances satisfy a requirement on a day, and why; see {@link Eligibility}. */
    public Eligibility eligibility(Collection<Clearance> held, ClearanceRequirement asked, LocalDate today) {
        return EligibilityEvaluation.of(this, List.copyOf(held), asked, today);
    }

    /**
     * The verdicts on all requirements that this catalogue can express; see {@link Qualification}. What needs a level that
     * isn't in the catalogue is in neither set, as it is evaluated.
     */
    public Qualification qualification(Collection<Clearance> held, LocalDate today) {
        List<Clearance> clearances = List.copyOf(held);
        Set<RequirementSignature> met = new HashSet<>();
        Set<RequirementSignature> withinReach = new HashSet<>();
        requirements.forEach((signature, requirement) -> {
            switch (eligibility(clearances, requirement, today).verdict()) {
                case MEETS -> {
                    met.add(signature);
                    withinReach.add(signature);
                }
                case COULD_MEET -> withinReach.add(signature);
                case DOES_NOT_MEET -> {}
            }
        });
        return new Qualification(met, withinReach);
    }

    /** Every level with every combination of accesses that it allows, lowest first: the values a facet may take. */
    public List<RequirementKey> keys() {
        return levels().stream()
                .flatMap(level -> keysAt(level, level.accesses()).stream())
                .toList();
    }

    /**
     * What a level with accesses satisfies, by level alone and without regard to status: each level of the same scheme
     * that it includes, with each combination of the accesses held that the level allows. Holding nothing known
     * satisfies nothing. {@link RequirementKey#NONE} is never among them; it is satisfied by everybody.
     */
    public Set<RequirementKey> keysSatisfiedBy(RequirementKey held) {
        return level(held)
                .map(level -> keysIncluded(level, usable(level, held.accesses())))
                .orElseGet(Set::of);
    }

    /**
     * What a level with accesses is likely to be accepted for in other schemes, without regard to status. None of it
     * is in {@link #keysSatisfiedBy}: it only ever leads to "could meet".
     */
    public Set<RequirementKey> keysLikelySatisfiedBy(RequirementKey held) {
        Set<RequirementKey> keys = new LinkedHashSet<>();
        level(held)
                .ifPresent(level -> level.equivalents().stream()
                        .flatMap(equivalent -> level(equivalent.level()).stream())
                        .forEach(other -> keys.addAll(keysIncluded(other, usable(level, held.accesses())))));
        return keys;
    }

    /** "Top Secret, SCI". */
    public String label(RequirementKey key) {
        return badge(key).label();
    }

    /** How to draw a level with accesses. */
    public ClearanceBadge badge(RequirementKey key) {
        LevelCode code = key.level();
        if (code == null) {
            return new ClearanceBadge(0, 0, false, false, labels.none(), labels.none());
        }
        return level(code)
                .map(level -> badge(level, key.accesses()))
                .orElseGet(() -> new ClearanceBadge(0, 0, false, false, labels.unknown(), labels.unknown()));
    }

    /** How to draw a clearance that is held; an access that its level doesn't allow isn't shown. */
    public ClearanceBadge badge(Clearance clearance) {
        return level(clearance.level())
                .map(level -> badge(level, usable(level, clearance.accesses())))
                .orElseGet(() -> badge(new RequirementKey(clearance.level(), Set.of())));
    }

    private Map<RequirementSignature, ClearanceRequirement> requirements() {
        Map<RequirementSignature, ClearanceRequirement> all = new HashMap<>();
        all.put(RequirementSignature.OPEN, ClearanceRequirement.none());
        // With accesses that a level doesn't allow, too: an operator may have taken one out since a listing asked for
        // it.
        var keys = levels().stream().flatMap(level -> keysAt(level, Set.of(Access.values())).stream());
        for (RequirementKey key : keys.toList()) {
            for (PolygraphRequirement polygraph : PolygraphRequirement.values()) {
                for (boolean interim : new boolean[] {false, true}) {
                    for (boolean sponsor : new boolean[] {false, true}) {
                        var requirement = new ClearanceRequirement(
                                key.level(), key.accesses(), polygraph, interim, sponsor, Importance.REQUIRED);
                        all.put(RequirementSignature.of(requirement), requirement);
                    }
                }
            }
        }
        return all;
    }

    private Optional<ClearanceLevel> level(RequirementKey key) {
        return Optional.ofNullable(key.level()).flatMap(this::level);
    }

    static Set<Access> usable(ClearanceLevel level, Set<Access> accesses) {
        return Access.inOrder(
                accesses.stream().filter(level.accesses()::contains).toList());
    }

    private static ClearanceBadge badge(ClearanceLevel level, Set<Access> accesses) {
        StringBuilder label = new StringBuilder(level.name());
        StringBuilder shortLabel = new StringBuilder(level.shortName());
        for (Access access : accesses) {
            label.append(", ").append(access.name());
            shortLabel.append('/').append(access.name());
        }
        return new ClearanceBadge(
                level.rank(),
                level.ladder(),
                accesses.contains(Access.SCI),
                level.isClearance(),
                label.toString(),
                shortLabel.toString());
    }

    private Set<RequirementKey> keysIncluded(ClearanceLevel top, Set<Access> accesses) {
        Set<RequirementKey> keys = new LinkedHashSet<>();
        levels.values().stream()
                .filter(top::includes)
                .sorted(Comparator.comparingInt(ClearanceLevel::rank).reversed())
                .forEach(level -> keys.addAll(keysAt(level, usable(level, accesses))));
        return keys;
    }

    /** The level with each subset of the accesses, the empty one first. */
    private static List<RequirementKey> keysAt(ClearanceLevel level, Set<Access> accesses) {
        List<Set<Access>> subsets = new ArrayList<>();
        subsets.add(Set.of());
        for (Access access : accesses) {
            for (Set<Access> subset : List.copyOf(subsets)) {
                Set<Access> larger = new LinkedHashSet<>(subset);
                larger.add(access);
                subsets.add(larger);
            }
        }
        return subsets.stream()
                .map(subset -> new RequirementKey(level.code(), subset))
                .toList();
    }
}
