package net.gatepost.alert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface SavedSearchRepository extends JpaRepository<SavedSearch, UUID> {

    Optional<SavedSearch> findByIdAndAccountId(UUID id, UUID accountId);

    Optional<SavedSearch> findByAccountIdAndAddressKey(UUID accountId, String addressKey);

    long countByAccountId(UUID accountId);

    /** There are at most {@link SavedSearches#MOST}. */
    List<SavedSearch> findByAccountIdOrderByCreatedAtDescIdDesc(UUID accountId, Limit most);

    @Modifying
    @Query("delete from SavedSearch s where s.id = :id and s.accountId = :accountId")
    int delete(UUID id, UUID accountId);

    @Modifying
    @Query("delete from SavedSearch s where s.accountId = :accountId")
    void deleteOf(UUID accountId);
}
