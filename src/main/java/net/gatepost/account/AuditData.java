package net.gatepost.account;

import java.util.UUID;
import net.gatepost.audit.Audit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A person's own acts in the audit trail, and what was done to their account. */
@Component
@Order(91)
class AuditData implements PersonalData {

    private final Audit audit;

    AuditData(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        try (var acts = audit.concerning(accountId, AccountData.SUBJECT)) {
            archive.json("acts", acts.iterator());
        }
    }

    /** The trail is never changed. It knows people by the id of their account alone, which means nobody any more. */
    @Override
    public void erase(UUID accountId) {}
}
