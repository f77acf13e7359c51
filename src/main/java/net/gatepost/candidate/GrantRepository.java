package net.gatepost.candidate;

import java.util.List;
import java.util.UUID;
import net.gatepost.candidate.Grant.Source;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface GrantRepository extends JpaRepository<Grant, UUID> {

    boolean existsByAccountIdAndEmployerId(UUID accountId, UUID employerId);

    boolean existsBySourceAndSourceId(Source source, UUID sourceId);

    @Modifying(flushAutomatically = true)
    @Query("delete from Grant g where g.source = :source and g.sourceId = :sourceId")
    void deleteBySource(Source source, UUID sourceId);

    List<Grant> findByAccountIdOrderByGrantedAt(UUID accountId);

    @Modifying
    @Query("delete from Grant g where g.accountId = :accountId")
    void deleteOf(UUID accountId);
}
