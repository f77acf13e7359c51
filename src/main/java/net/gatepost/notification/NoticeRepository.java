package net.gatepost.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface NoticeRepository extends JpaRepository<NoticeRow, UUID> {

    /** Keeps a notice unless it was told before, also at this moment by somebody else. Answers how many it kept: 1 or 0. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into notice (id, version, account_id, kind, message_key, arguments, path, dedupe_key,
                                        happened_at, waiting, mailed_at)
                    values (:id, 0, :accountId, :kind, :messageKey, :arguments, :path, :dedupeKey, :now, :waiting, :mailedAt)
                    on conflict do nothing
                    """)
    int add(
            UUID id,
            UUID accountId,
            String kind,
            String messageKey,
            String arguments,
            String path,
            String dedupeKey,
            Instant now,
            boolean waiting,
            @Nullable Instant mailedAt);

    Page<NoticeRow> findByAccountIdOrderByHappenedAtDescIdDesc(UUID accountId, Pageable page);

    List<NoticeRow> findByAccountIdOrderByHappenedAtDescIdDesc(UUID accountId);

    List<NoticeRow> findByAccountIdAndHappenedAtAfterOrderByHappenedAtDescIdDesc(
            UUID accountId, Instant after, Limit most);

    long countByAccountIdAndHappenedAtAfter(UUID accountId, Instant after);

    boolean existsByAccountId(UUID accountId);

    List<NoticeRow> findByAccountIdAndWaitingTrueOrderByHappenedAtDescIdDesc(UUID accountId, Limit most);

    /** Who has something waiting, in pages by id. */
    @Query("""
            select distinct n.accountId from NoticeRow n
            where n.waiting = true and (:fromTheFirst = true or n.accountId > :after)
            order by n.accountId""")
    List<UUID> findWaitingAccounts(boolean fromTheFirst, UUID after, Limit most);

    @Query("select n.id from NoticeRow n where n.happenedAt < :before order by n.happenedAt")
    List<UUID> findIdsOlderThan(Instant before, Limit most);

    @Modifying
    @Query("delete from NoticeRow n where n.accountId = :accountId")
    void deleteOf(UUID accountId);
}
