package net.gatepost.mailinglist;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * Whoever is about to change a subscriber takes it with the row locked: requests about one address then follow one
 * another, and a double click is no conflict that a person would have to read about.
 */
interface SubscriberRepository extends JpaRepository<Subscriber, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Subscriber s where s.email = :email")
    Optional<Subscriber> lockByEmail(String email);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Subscriber s where s.id = :id")
    Optional<Subscriber> lockById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Subscriber s where s.tokenHash = :tokenHash")
    Optional<Subscriber> lockByTokenHash(String tokenHash);

    Optional<Subscriber> findByTokenHash(String tokenHash);

    @Query("""
            select s from Subscriber s
            where s.status in :statuses
              and s.email like :pattern escape '\\'
              and (:anyTopic = true or :topic member of s.topics)
            order by s.askedAt desc, s.id desc""")
    Page<Subscriber> search(
            Collection<SubscriberStatus> statuses, String pattern, boolean anyTopic, Topic topic, Pageable page);

    /** How many there are of a status. */
    record StatusCount(SubscriberStatus status, long count) {}

    @Query("select s.status as status, count(s) as count from Subscriber s group by s.status")
    List<StatusCount> countByStatus();

    /** How many confirmed subscribers chose a topic. */
    record TopicCount(Topic topic, long count) {}

    @Query(
            "select t as topic, count(s) as count from Subscriber s join s.topics t where s.status = CONFIRMED group by t")
    List<TopicCount> countConfirmedByTopic();

    @Modifying
    @Query("delete from Subscriber s where s.status = PENDING and s.leftAt is null and s.askedAt < :before")
    int deleteUnconfirmed(Instant before);

    /** Those who had left before somebody asked again: that they left is what stays known. */
    @Modifying
    @Query("""
            update versioned Subscriber s set s.status = UNSUBSCRIBED, s.tokenHash = null, s.tokenEndsAt = null
            where s.status = PENDING and s.leftAt is not null and s.askedAt < :before""")
    int returnUnconfirmedToLeft(Instant before);

    Optional<Subscriber> findByEmail(String email);

    List<Subscriber> findByEmailIn(Collection<String> emails);

    /** Pending ones that asked before then and were not reminded. */
    @Query("""
            select s.id from Subscriber s
            where s.status = PENDING and s.remindedAt is null and s.askedAt < :before and s.askedAt > :after
            order by s.askedAt, s.id""")
    List<UUID> toRemind(Instant before, Instant after, Limit limit);

    @Query("select e from SubscriberEvent e where e.subscriber.id = :id order by e.happenedAt desc, e.id desc")
    List<SubscriberEvent> eventsOf(UUID id, Limit limit);

    @Modifying
    @Query("delete from SubscriberEvent e where e.subscriber.id = :id")
    void deleteEventsOf(UUID id);
}
