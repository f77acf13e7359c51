package net.gatepost.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import net.gatepost.audit.Audit;
import net.gatepost.web.Network;
import net.gatepost.web.NotFound;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Smart cards (X.509, such as CAC and PIV) of the authorities in {@code gatepost.smart-card.bundle}. One that its owner has
 * bound to their account signs them in: the card and its PIN count as both factors. A card is known by the request's TLS
 * connection; a header is believed only from a proxy that shows the secret it was given.
 */
@Service
@Transactional
@ConditionalOnProperty("gatepost.smart-card.bundle")
public class SmartCards {

    static final String HEADER = "X-Client-Certificate";
    static final String SECRET_HEADER = "X-Client-Certificate-Secret";

    private static final String CONNECTION = "jakarta.servlet.request.X509Certificate";
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_SERIAL = 64;
    private static final int SHORTEST_SECRET = 32;
    private static final int HEXADECIMAL = 16;

    private final SmartCardStore store;
    private final CardCheck check;
    private final SecondFactors factors;
    private final AccountRepository accounts;
    private final SignInDelays delays;
    private final SecurityMails mails;
    private final Audit audit;
    private final String proxySecret;

    /**
     * @param address where the connector that asks for cards is found, on the host of the site: the session is shared
     * @param proxySecret empty where no proxy is believed
     */
    SmartCards(
            SmartCardStore store,
            SslBundles bundles,
            SecondFactors factors,
            AccountRepository accounts,
            SignInDelays delays,
            SecurityMails mails,
            SiteAddress site,
            Audit audit,
            Clock clock,
            @Value("${gatepost.smart-card.bundle}") String bundle,
            @Value("${gatepost.smart-card.address}") URI address,
            @Value("${gatepost.smart-card.revoked:}") List<Path> revoked,
            @Value("${gatepost.smart-card.proxy-secret:}") String proxySecret) {
        var authorities = bundles.getBundle(bundle).getStores().getTrustStore();
        if (authorities == null) {
            throw new IllegalArgumentException(
                    "gatepost.smart-card.bundle: spring.ssl.bundle." + bundle + " has no trust store");
        }
        if (!site.host().equalsIgnoreCase(address.getHost()) || !"https".equals(address.getScheme())) {
            throw new IllegalArgumentException(
                    "gatepost.smart-card.address must be https on the host of gatepost.base-url, not " + address);
        }
        if (!proxySecret.isEmpty() && proxySecret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "gatepost.smart-card.proxy-secret must have at least " + SHORTEST_SECRET + " characters");
        }
        this.store = store;
        this.check = new CardCheck(authorities, revoked, clock);
        this.factors = factors;
        this.accounts = accounts;
        this.delays = delays;
        this.mails = mails;
        this.audit = audit;
        this.proxySecret = proxySecret;
    }

    /**
     * A card that is good.
     *
     * @param issuer in X.500's canonical form, in which one name has one spelling
     * @param serial in hexadecimal
     * @param subject whom it was issued to
     */
    public record Card(String issuer, String serial, String subject) {
        @Override
        public String toString() {
            return "Card[withheld]";
        }
    }

    /** @param usedAt null until it has signed its owner in */
    public record Bound(
            UUID id, Card card, Instant boundAt, @Nullable Instant usedAt) {}

    /** The card that this request came with, if it came with a good one. */
    public Optional<Card> shown(HttpServletRequest request) {
        var chain = chain(request);
        if (chain.isEmpty() || !check.isGood(chain)) {
            return Optional.empty();
        }
        var own = chain.get(0);
        var card = new Card(
                own.getIssuerX500Principal().getName(X500Principal.CANONICAL),
                own.getSerialNumber().toString(HEXADECIMAL),
                own.getSubjectX500Principal().getName());
        boolean fits = card.issuer().length() <= LONGEST_NAME
                && card.subject().length() <= LONGEST_NAME
                && card.serial().length() <= LONGEST_SERIAL;
        return fits ? Optional.of(card) : Optional.empty();
    }

    /**
     * Whose card this is; empty if it is nobody's, or no good one is there.
     *
     * @throws net.gatepost.web.TooManyRequests when there were too many
     */
    public Optional<UUID> owner(HttpServletRequest request) {
        String attempt = delays.begin("card", Network.of(request.getRemoteAddr()));
        var card = shown(request);
        var owner = card.flatMap(store::ownerOf);
        owner.ifPresent(accountId -> {
            delays.forget(attempt);
            store.used(card.orElseThrow());
            factors.used(accountId);
        });
        return owner;
    }

    @Transactional(readOnly = true)
    public List<Bound> of(Viewer viewer) {
        return store.of(viewer.id());
    }

    /**
     * Binds the card that this request came with.
     *
     * @return the recovery codes, if it is the first second factor; empty if there is no good card, or it is bound already
     */
    public Optional<List<String>> bind(Confirmed confirmed, HttpServletRequest request) {
        UUID id = confirmed.viewer().id();
        var card = shown(request);
        if (card.isEmpty() || !store.bind(id, card.get())) {
            return Optional.empty();
        }
        var codes = factors.added(id);
        audit.record(id, "account.card-added", AccountData.SUBJECT, id, "");
        tell(id, "added", card.get());
        return Optional.of(codes);
    }

    /** The sessions that it has begun are its caller's to end. */
    public void remove(Confirmed confirmed, UUID id) {
        UUID owner = confirmed.viewer().id();
        var bound = store.of(owner).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        factors.lock(owner);
        if (!store.remove(owner, id)) {
            throw new NotFound();
        }
        audit.record(owner, "account.card-removed", AccountData.SUBJECT, owner, "");
        tell(owner, "removed", bound.card());
        factors.removed(owner);
    }

    private List<X509Certificate> chain(HttpServletRequest request) {
        if (request.getAttribute(CONNECTION) instanceof X509Certificate[] chain && chain.length > 0) {
            return Arrays.asList(chain);
        }
        String header = request.getHeader(HEADER);
        String secret = request.getHeader(SECRET_HEADER);
        if (proxySecret.isEmpty() || header == null || secret == null || !isProxy(secret)) {
            return List.of();
        }
        try {
            // As nginx and others send it: PEM, escaped as in an address.
            byte[] pem = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .getBytes(StandardCharsets.UTF_8);
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException | IllegalArgumentException nonsense) {
            return List.of();
        }
    }

    private boolean isProxy(String secret) {
        return MessageDigest.isEqual(
                proxySecret.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    private void tell(UUID accountId, String what, Card card) {
        var account = accounts.findById(accountId).orElseThrow(NotFound::new);
        mails.tell(account, "card-" + what, card.subject());
    }
}
