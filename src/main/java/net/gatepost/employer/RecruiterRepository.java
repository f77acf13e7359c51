package net.gatepost.employer;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface RecruiterRepository extends JpaRepository<Recruiter, UUID> {

    boolean existsByEmployerIdAndAccountId(UUID employerId, UUID accountId);

    List<Recruiter> findByEmployerIdOrderBySince(UUID employerId, Limit limit);
}
