package net.gatepost.mailinglist.issue;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The copies of issues that have left, for whoever hears of one. */
@Component
@Transactional
public class SentCopies {

    private final Deliveries deliveries;

    SentCopies(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * Whose copy it was; empty where there is none with this key.
     *
     * @param key of its Message-ID
     * @param bounced whether it came back; else its reader complains, and has it
     */
    public Optional<UUID> cameBack(UUID key, boolean bounced) {
        return bounced ? deliveries.bounced(key) : deliveries.readerOf(key);
    }
}
