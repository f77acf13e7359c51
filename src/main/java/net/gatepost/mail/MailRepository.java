package net.gatepost.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface MailRepository extends JpaRepository<Mail, UUID> {

    Optional<Mail> findFirstByMessageId(String messageId);

    boolean existsByDedupeKey(String dedupeKey);

    Page<Mail> findByStatusOrderByQueuedAt(Mail.Status status, Pageable page);

    long countByStatus(Mail.Status status);

    @Modifying
    @Query("delete from Mail mail where mail.status = :status and mail.endedAt < :before")
    int deleteEndedBefore(Mail.Status status, Instant before);

    @Query("""
            select new net.gatepost.mail.Mails$Kept(m.subject, cast(m.status as string), m.queuedAt, m.endedAt)
            from Mail m where m.recipient = :recipient order by m.id""")
    List<Mails.Kept> to(String recipient);

    @Modifying
    @Query("delete from Mail m where m.recipient = :recipient")
    void deleteTo(String recipient);
}
