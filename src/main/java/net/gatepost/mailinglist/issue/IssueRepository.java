package net.gatepost.mailinglist.issue;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface IssueRepository extends JpaRepository<Issue, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Issue i where i.id = :id")
    Optional<Issue> lock(UUID id);

    Optional<Issue> findBySubmissionId(UUID submissionId);

    boolean existsByDigestKey(String digestKey);

    Page<Issue> findAllByOrderByMadeAtDescIdDesc(Pageable page);

    @Query("select i.id from Issue i where i.status = SCHEDULED and i.scheduledAt <= :now order by i.scheduledAt, i.id")
    List<UUID> due(Instant now, Limit limit);

    /** Those on their way, the one that started first in front; not one that waits for its server. */
    @Query("""
            select i from Issue i
            where i.status = SENDING and (i.retryAt is null or i.retryAt <= :now or i.retryAt > :latest)
            order by i.startedAt, i.id""")
    List<Issue> underWay(Instant now, Instant latest, Limit limit);

    /** What was sent to somebody, the latest first. */
    @Query("select i from Issue i where i.startedAt is not null order by i.startedAt desc, i.id desc")
    Page<Issue> archive(Pageable page);
}
