package net.gatepost.employer;

import org.jspecify.annotations.Nullable;

/**
 * What an employer is registered with. One of the codes is always there.
 *
 * @param name the legal name
 * @param description what the employer does, in Markdown
 * @param address where its seat is, as one would write it on a letter
 * @param staffing whether it hires for others: then its listings say for whom, or that they may not
 */
public record EmployerDraft(
        String name,
        Domain domain,
        @Nullable CageCode cage,
        @Nullable UniqueEntityId uei,
        @Nullable String website,
        String description,
        @Nullable String address,
        boolean staffing) {

    /** One that hires for itself. */
    public EmployerDraft(
            String name,
            Domain domain,
            @Nullable CageCode cage,
            @Nullable UniqueEntityId uei,
            @Nullable String website,
            String description,
            @Nullable String address) {
        this(name, domain, cage, uei, website, description, address, false);
    }

    public EmployerDraft {
        if (cage == null && uei == null) {
            throw new IllegalArgumentException("an employer has a CAGE code or a UEI");
        }
    }
}
