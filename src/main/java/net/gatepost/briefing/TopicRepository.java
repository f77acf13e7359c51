package net.gatepost.briefing;

import jakarta.persistence.LockModeType;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface TopicRepository extends JpaRepository<Topic, String> {

    /** A handful: an operator's table of contents. */
    List<Topic> findAllByOrderByPositionAscSlugAsc();

    /** Whoever takes one of them away waits for whoever takes another. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Topic t order by t.slug")
    List<Topic> lockAll();

    boolean existsByNameIgnoreCaseAndSlugNot(String name, String slug);

    /** How many briefings of a topic everybody reads. */
    record Published(String topic, long many) {}

    @Query("select new net.gatepost.briefing.TopicRepository$Published(b.topic, count(b)) from Briefing b"
            + " where b.status in (PUBLISHED, CORRECTED) group by b.topic")
    List<Published> published();
}
