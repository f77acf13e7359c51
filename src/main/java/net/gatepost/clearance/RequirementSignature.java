package net.gatepost.clearance;

import java.util.Locale;

/**
 * All of a requirement that the verdict on it can depend on, as one stable value such as {@code us.top-secret+sci/ci/sponsor}:
 * what an index files a listing under, so that an evaluation of few values answers for any number of listings. What
 * everybody meets, because it needs no clearance or only prefers one, is a single value.
 */
public record RequirementSignature(String value) {

    /** Nobody is left out. */
    public static final RequirementSignature OPEN = new RequirementSignature("open");

    public static RequirementSignature of(ClearanceRequirement requirement) {
        if (requirement.level() == null || requirement.isPreferred()) {
            return OPEN;
        }
        var text = new StringBuilder(requirement.key().format());
        if (requirement.polygraph() != PolygraphRequirement.NONE) {
            text.append('/').append(requirement.polygraph().name().toLowerCase(Locale.ROOT));
        }
        if (requirement.interimAccepted()) {
            text.append("/interim");
        }
        if (requirement.willSponsor()) {
            text.append("/sponsor");
        }
        return new RequirementSignature(text.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
