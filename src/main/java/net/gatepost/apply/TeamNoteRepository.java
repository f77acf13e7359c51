package net.gatepost.apply;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface TeamNoteRepository extends JpaRepository<TeamNote, UUID> {

    List<TeamNote> findByApplicationIdOrderByWrittenAtDescIdDesc(UUID applicationId, Limit limit);

    List<TeamNote> findByAccountIdOrderByWrittenAt(UUID accountId, Limit limit);

    Optional<TeamNote> findByIdAndApplicationId(UUID id, UUID applicationId);

    long countByApplicationId(UUID applicationId);

    boolean existsByAccountIdAndSubmissionId(UUID accountId, UUID submissionId);

    @Modifying(flushAutomatically = true)
    @Query("delete from TeamNote n where n.applicationId = :applicationId")
    void deleteOf(UUID applicationId);

    @Modifying(flushAutomatically = true)
    @Query("delete from TeamNote n where n.accountId = :accountId")
    void deleteBy(UUID accountId);
}
