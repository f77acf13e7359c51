package net.gatepost.employer;

import java.util.Set;
import java.util.UUID;
import net.gatepost.account.RoleSource;
import net.gatepost.web.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever acts for an employer is a recruiter; for a verified one, a verified recruiter. */
@Component
class EmployerRoles implements RoleSource {

    private final EmployerRepository employers;

    EmployerRoles(EmployerRepository employers) {
        this.employers = employers;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Role> rolesOf(UUID accountId) {
        var statuses = employers.statusesActedForBy(accountId);
        if (statuses.isEmpty()) {
            return Set.of();
        }
        return statuses.contains(EmployerStatus.VERIFIED)
                ? Set.of(Role.RECRUITER, Role.VERIFIED_RECRUITER)
                : Set.of(Role.RECRUITER);
    }
}
