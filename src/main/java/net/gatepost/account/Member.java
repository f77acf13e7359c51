package net.gatepost.account;

import java.time.Instant;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;

/** An account as other modules see it. Name and address are for those alone whom the caller has found entitled. */
public record Member(
        UUID id,
        String name,
        EmailAddress email,
        Desk firstDesk,
        boolean administrator,
        boolean editor,
        boolean disabled,
        Instant joinedAt,
        String termsVersion,
        Instant termsAgreedAt) {

    static Member of(Account account) {
        return new Member(
                account.id(),
                account.name(),
                account.email(),
                account.firstDesk(),
                account.isAdministrator(),
                account.isEditor(),
                account.isDisabled(),
                account.joinedAt(),
                account.termsVersion(),
                account.termsAgreedAt());
    }

    /** Without name and address: a member may end up in a log line. */
    @Override
    public String toString() {
        return "Member[" + id + "]";
    }
}
