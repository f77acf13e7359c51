package net.gatepost.briefing.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface NewsFeedRepository extends JpaRepository<NewsFeed, UUID> {

    List<NewsFeed> findAllByOrderByNameAscIdAsc(Limit limit);

    @Query("select f.id from NewsFeed f where f.paused = false and (f.nextAt <= :now or f.nextAt > :latest)"
            + " order by f.nextAt, f.id")
    List<UUID> due(Instant now, Instant latest, Limit limit);
}
