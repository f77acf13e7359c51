package net.gatepost.candidate;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a member's profile is kept from. */
@Service
public class Blocks {

    private final BlockRepository blocks;

    Blocks(BlockRepository blocks) {
        this.blocks = blocks;
    }

    @Transactional(readOnly = true)
    public boolean isBlocked(UUID memberId, UUID employerId) {
        return blocks.existsByAccountIdAndEmployerId(memberId, employerId);
    }
}
