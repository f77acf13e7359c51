package net.gatepost.audit;

import jakarta.persistence.QueryHint;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** Adds and reads. Not a JpaRepository like the others, because that would offer to delete. */
interface AuditEntryRepository extends Repository<AuditEntry, Long> {

    AuditEntry save(AuditEntry entry);

    List<AuditEntry> findBySubjectTypeAndSubjectIdOrderByPositionDesc(String subjectType, UUID subjectId, Limit limit);

    /** What one account did, and what was done to it, in order; to be closed by who reads it. */
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "500"))
    @Query("""
            select new net.gatepost.audit.Audit$Act(
                    e.at, case when e.actorAccountId = :accountId then true else false end,
                    e.action, e.subjectType, e.subjectId, e.detail)
            from AuditEntry e
            where e.actorAccountId = :accountId or (e.subjectType = :subjectType and e.subjectId = :accountId)
            order by e.position""")
    Stream<Audit.Act> concerning(UUID accountId, String subjectType);
}
