package net.gatepost.mail;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface MailRepository extends JpaRepository<Mail, UUID> {

    boolean existsByDedupeKey(String dedupeKey);

    @Modifying
    @Query("delete from Mail mail where mail.status = :status and mail.endedAt < :before")
    int deleteEndedBefore(Mail.Status status, Instant before);
}
