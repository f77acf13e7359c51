package net.gatepost.notification;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface NoticeRepository extends JpaRepository<NoticeRow, UUID> {

    boolean existsByDedupeKey(String dedupeKey);
}
