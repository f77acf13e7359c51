package net.gatepost.mailinglist;

import java.util.Optional;
import java.util.UUID;
import net.gatepost.web.SignedLinks;
import org.springframework.stereotype.Component;

/** The tokens by which a subscriber leaves and chooses, and who they are of. */
@Component
public class ReaderLinks {

    private final SignedLinks links;

    ReaderLinks(SignedLinks links) {
        this.links = links;
    }

    public String leaveToken(UUID subscriberId) {
        return links.tokenFor(ListMails.LEAVE, subscriberId);
    }

    public String preferencesToken(UUID subscriberId) {
        return links.tokenFor(ListMails.PREFERENCES, subscriberId);
    }

    /** Whose leaving a token stands for; empty if this site did not sign it. */
    public Optional<UUID> leaving(String token) {
        return links.read(ListMails.LEAVE, token);
    }
}
