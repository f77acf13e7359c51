package net.gatepost.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface JoiningRepository extends JpaRepository<Joining, UUID> {

    Optional<Joining> findByTokenHash(String tokenHash);

    @Modifying(flushAutomatically = true)
    @Query("""
            update Joining j set j.status = VOID, j.passphraseHash = '', j.version = j.version + 1
            where j.email = :email and j.status = PENDING""")
    void lapseAllOf(String email);

    List<Joining> findByEmailOrderById(String email);

    @Modifying
    @Query("delete from Joining j where j.email = :email")
    void deleteOf(String email);

    @Modifying
    @Query("delete from Joining j where j.endsAt < :before")
    int deleteEndedBefore(Instant before);
}
