package net.gatepost.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** What a member chose for one kind. Written in SQL by {@link MailChoiceRepository}: the last of two choices counts. */
@Entity
@Table(name = "notice_choice")
class MailChoice {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false)
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private NoticeKind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Mailing mailing;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected MailChoice() {}

    UUID accountId() {
        return accountId;
    }

    NoticeKind kind() {
        return kind;
    }

    Mailing mailing() {
        return mailing;
    }
}
