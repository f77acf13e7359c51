package net.gatepost.notification;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface MailChoiceRepository extends JpaRepository<MailChoice, UUID> {

    List<MailChoice> findByAccountIdIn(Collection<UUID> accountIds);

    /** Makes the row of a kind where there is none; whatever is in it afterwards, {@link #set} decides. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into notice_choice (id, version, account_id, kind, mailing)
                    values (:id, 0, :accountId, :kind, :mailing)
                    on conflict do nothing
                    """)
    void begin(UUID id, UUID accountId, String kind, String mailing);

    @Modifying
    @Query("update versioned MailChoice c set c.mailing = :mailing where c.accountId = :accountId and c.kind = :kind")
    void set(UUID accountId, NoticeKind kind, Mailing mailing);

    @Modifying
    @Query("delete from MailChoice c where c.accountId = :accountId")
    void deleteOf(UUID accountId);
}
