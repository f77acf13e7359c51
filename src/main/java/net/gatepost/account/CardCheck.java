package net.gatepost.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a certificate is one to let its holder in by, as the JDK tells (PKIX): issued by a configured authority for signing
 * in, valid today, and not revoked. Where it can't be learned whether it was revoked, it is not: by OCSP or the list that the
 * certificate itself names, or by a list in a file.
 */
class CardCheck {

    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final int NO_AUTHORITY = -1;
    private static final Logger LOG = LoggerFactory.getLogger(CardCheck.class);

    private final KeyStore authorities;
    private final List<Path> lists;
    private final Clock clock;

    /** @param lists files of revoked certificates (CRL), read afresh each time: whoever keeps them current replaces them */
    CardCheck(KeyStore authorities, List<Path> lists, Clock clock) {
        this.authorities = authorities;
        this.lists = lists;
        this.clock = clock;
    }

    /** @param chain the card's own first */
    boolean isGood(List<X509Certificate> chain) {
        var card = chain.get(0);
        try {
            if (card.getBasicConstraints() != NO_AUTHORITY || !isForSigningIn(card)) {
                return false;
            }
            var wanted = new X509CertSelector();
            wanted.setCertificate(card);
            var builder = CertPathBuilder.getInstance("PKIX");
            var parameters = new PKIXBuilderParameters(authorities, wanted);
            parameters.setDate(Date.from(clock.instant()));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(known(chain))));
            parameters.addCertPathChecker((PKIXRevocationChecker) builder.getRevocationChecker());
            builder.build(parameters);
            return true;
        } catch (GeneralSecurityException refused) {
            // Without the certificate: it names its holder.
            LOG.info("a smart card was refused: {}", refused.getClass().getSimpleName());
            return false;
        }
    }

    private static boolean isForSigningIn(X509Certificate card) throws GeneralSecurityException {
        var uses = card.getExtendedKeyUsage();
        return uses == null || uses.contains(CLIENT_AUTHENTICATION);
    }

    private Collection<Object> known(List<X509Certificate> chain) throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        Collection<Object> known = new ArrayList<>(chain);
        for (String alias : Collections.list(authorities.aliases())) {
            Certificate authority = authorities.getCertificate(alias);
            known.add(authority);
        }
        for (Path list : lists) {
            try (var content = Files.newInputStream(list)) {
                known.addAll(factory.generateCRLs(content));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("a list of revoked certificates can't be read", unreadable);
            }
        }
        return known;
    }
}
