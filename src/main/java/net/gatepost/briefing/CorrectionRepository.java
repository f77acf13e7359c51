package net.gatepost.briefing;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface CorrectionRepository extends JpaRepository<Correction, UUID> {

    List<Correction> findByBriefingIdOrderByCorrectedAtDescIdDesc(UUID briefingId, Limit limit);
}
