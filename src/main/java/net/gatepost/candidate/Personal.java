package net.gatepost.candidate;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is beside the work. None of it is ever shown masked, citizenship excepted: cleared work depends on it.
 *
 * @param citizenship ISO 3166 code of two letters
 * @param employerDomain of the current employer, by which it is kept from seeing the profile
 */
public record Personal(
        @Nullable String citizenship,
        @Nullable String secondCitizenship,
        @Nullable String phone,
        @Nullable String employerName,
        @Nullable String employerDomain) {

    static final Personal NONE = new Personal(null, null, null, null, null);

    /** Withheld, as all of a profile is. */
    @Override
    public String toString() {
        return "Personal[withheld]";
    }
}
