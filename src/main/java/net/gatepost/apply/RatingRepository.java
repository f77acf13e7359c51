package net.gatepost.apply;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface RatingRepository extends JpaRepository<Rating, UUID> {

    /** What all of a team think of an application. */
    record Mean(UUID applicationId, double stars, long ratings) {}

    Optional<Rating> findByApplicationIdAndAccountId(UUID applicationId, UUID accountId);

    @Query("select new net.gatepost.apply.RatingRepository$Mean(r.applicationId, avg(r.stars), count(r)) from Rating r"
            + " where r.applicationId in :applications group by r.applicationId")
    List<Mean> means(Collection<UUID> applications);

    @Modifying(flushAutomatically = true)
    @Query("delete from Rating r where r.applicationId = :applicationId")
    void deleteOf(UUID applicationId);

    @Modifying(flushAutomatically = true)
    @Query("delete from Rating r where r.accountId = :accountId")
    void deleteBy(UUID accountId);
}
