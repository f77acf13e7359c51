package net.gatepost.audit;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Adds and reads. Not a JpaRepository like the others, because that would offer to delete. */
interface AuditEntryRepository extends Repository<AuditEntry, Long> {

    AuditEntry save(AuditEntry entry);

    List<AuditEntry> findBySubjectTypeAndSubjectIdOrderByPositionDesc(String subjectType, UUID subjectId, Limit limit);
}
