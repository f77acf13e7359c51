package net.gatepost.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far one member has read. Moved on in SQL by {@link ReaderRepository}: the desk is opened twice at once. */
@Entity
@Table(name = "notice_reader")
class Reader {

    @Id
    private UUID accountId;

    @Version
    private Long version;

    /** What happened until then was seen in an earlier visit, or marked as read. */
    @Column(nullable = false)
    private Instant seenUntil;

    /** What happened until then could be seen in the newest visit. */
    @Column(nullable = false)
    private Instant lookedAt;

    private @Nullable LocalDate digestedOn;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Reader() {}

    /** Whether its owner has had it before them on the site, new or not. */
    boolean hasSeen(NoticeRow notice) {
        return !notice.happenedAt().isAfter(lookedAt) || !isNew(notice);
    }

    /** Whether no earlier visit could see it. */
    boolean isNew(NoticeRow notice) {
        return notice.happenedAt().isAfter(seenUntil);
    }

    Instant seenUntil() {
        return seenUntil;
    }
}
