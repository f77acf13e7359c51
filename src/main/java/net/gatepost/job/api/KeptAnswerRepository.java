package net.gatepost.job.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface KeptAnswerRepository extends JpaRepository<KeptAnswer, UUID> {

    Optional<KeptAnswer> findByTokenIdAndKeyHash(UUID tokenId, String keyHash);

    @Query("select a.id from KeptAnswer a where a.answeredAt < :before order by a.answeredAt")
    List<UUID> findIdsOlderThan(Instant before, Limit limit);
}
