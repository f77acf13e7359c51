package net.gatepost.candidate;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface BlockRepository extends JpaRepository<Block, UUID> {

    boolean existsByAccountIdAndEmployerId(UUID accountId, UUID employerId);
}
