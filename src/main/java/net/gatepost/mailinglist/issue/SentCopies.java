package net.gatepost.mailinglist.issue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
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

    /** The key of the last copy that left for this address since then; empty where none did. */
    @Transactional(readOnly = true)
    public Optional<UUID> lastSentTo(EmailAddress address, Instant since) {
        return deliveries.lastSentTo(address, since);
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
