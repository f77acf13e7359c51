package net.gatepost.employer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One employer, as read at one moment.
 *
 * @param slug its name in addresses; never changes
 * @param staffing whether it hires for others
 * @param reason why it was declined or suspended; null otherwise
 * @param version for a form that changes it
 */
public record EmployerView(
        UUID id,
        String slug,
        String name,
        String domain,
        @Nullable String cage,
        @Nullable String uei,
        EmployerStatus status,
        String description,
        @Nullable String website,
        @Nullable String address,
        boolean staffing,
        @Nullable String reason,
        Instant registeredAt,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        long version) {

    public boolean isVerified() {
        return status == EmployerStatus.VERIFIED;
    }
}
