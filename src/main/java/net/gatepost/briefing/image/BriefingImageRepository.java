package net.gatepost.briefing.image;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface BriefingImageRepository extends JpaRepository<BriefingImage, UUID> {

    /** Without the bytes. */
    @Query("""
            select new net.gatepost.briefing.image.ImageFacts(i.width, i.height, i.alternative, i.credit, i.changedAt)
            from BriefingImage i where i.briefingId = :briefingId""")
    Optional<ImageFacts> facts(UUID briefingId);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from BriefingImage i where i.briefingId = :briefingId")
    int remove(UUID briefingId);
}
