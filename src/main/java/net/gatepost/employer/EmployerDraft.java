package net.gatepost.employer;

import org.jspecify.annotations.Nullable;

/**
 * What an employer is registered with. One of the codes is always there.
 *
 * @param name the legal name
 * @param description what the employer does, in Markdown
 * @param address where its seat is, as one would write it on a letter
 */
public record EmployerDraft(
        String name,
        Domain domain,
        @Nullable CageCode cage,
        @Nullable UniqueEntityId uei,
        @Nullable String website,
        String description,
        @Nullable String address) {

    public EmployerDraft {
        if (cage == null && uei == null) {
            throw new IllegalArgumentException("an employer has a CAGE code or a UEI");
        }
    }
}
