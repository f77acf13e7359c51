package net.gatepost.job.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ApiTokenRepository extends JpaRepository<ApiToken, UUID> {

    Optional<ApiToken> findByHash(String hash);

    Optional<ApiToken> findByIdAndEmployerId(UUID id, UUID employerId);

    boolean existsByAccountIdAndSubmissionId(UUID accountId, UUID submissionId);

    /** Those that still may be good for something, the newest first. */
    @Query("""
            select t from ApiToken t
            where t.employerId = :employerId and t.revokedAt is null and (t.endsAt is null or t.endsAt > :now)
            order by t.madeAt desc, t.id desc
            """)
    List<ApiToken> goodOf(UUID employerId, Instant now, Limit limit);

    @Query("select t from ApiToken t where t.accountId = :accountId order by t.madeAt, t.id")
    List<ApiToken> madeBy(UUID accountId);

    /** Once a day and not with each request. */
    @Modifying
    @Query("""
            update ApiToken t set t.lastUsedOn = :day
            where t.id = :id and (t.lastUsedOn is null or t.lastUsedOn < :day)
            """)
    int used(UUID id, LocalDate day);

    @Modifying
    @Query("delete from ApiToken t where t.accountId = :accountId")
    void deleteOf(UUID accountId);
}
