package net.gatepost.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface AccountRepository extends JpaRepository<Account, UUID> {

    Optional<Account> findByEmail(String email);

    boolean existsByEmail(String email);

    Page<Account> findById(UUID id, Pageable page);

    Page<Account> findByEmail(String email, Pageable page);

    Page<Account> findByNameStartingWith(String name, Pageable page);

    boolean existsByAdministratorTrue();

    long countByAdministratorTrueAndDisabledAtIsNull();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lockById(UUID id);

    /** In the order of ids: two who would leave at once are asked one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.administrator = true order by a.id")
    List<Account> lockAdministrators();
}
