package net.gatepost.candidate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ProfileRowRepository extends JpaRepository<ProfileRow<?>, UUID> {

    /** In the order in which they were entered: at most as many as the sections' limits add up to. */
    List<ProfileRow<?>> findByProfileIdOrderById(UUID profileId);

    Optional<ProfileRow<?>> findByIdAndProfileId(UUID id, UUID profileId);
}
