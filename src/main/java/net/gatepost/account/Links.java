package net.gatepost.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The links mailed to people with an account. Each call takes part in its caller's transaction. */
@Component
class Links {

    private final AccountLinkRepository links;
    private final Clock clock;

    Links(AccountLinkRepository links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** A new link for an account; the secret is handed out this once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Secret issue(LinkPurpose purpose, UUID accountId, @Nullable EmailAddress email) {
        var secret = Secret.fresh();
        links.save(new AccountLink(purpose, secret, accountId, email, clock.instant()));
        return secret;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AccountLink> find(LinkPurpose purpose, String token) {
        return links.findByTokenHashAndPurpose(new Secret(token).hash(), purpose);
    }

    @Transactional(readOnly = true)
    public LinkState stateOf(LinkPurpose purpose, String token) {
        return find(purpose, token).map(link -> link.state(clock.instant())).orElse(LinkState.UNKNOWN);
    }

    /** What was asked for under the former passphrase or address must not work under the next one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endPending(UUID accountId) {
        links.endAll(accountId, List.of(LinkPurpose.RESET, LinkPurpose.EMAIL_CHANGE), clock.instant());
    }
}
