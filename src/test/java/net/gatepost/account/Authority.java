package net.gatepost.account;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Issues smart cards, and lists those that it has revoked. */
class Authority {

    private static final String ALGORITHM = "SHA256withECDSA";

    private final X500Name name;
    private final KeyPair keys = keys();
    private final X509Certificate own;
    private int issued;
    private @Nullable URI askedAt;

    Authority(String name) {
        this.name = new X500Name("CN=" + name);
        var now = Instant.now();
        this.own =
                certificate(this.name, keys, now.minus(1000, ChronoUnit.DAYS), now.plus(1000, ChronoUnit.DAYS), null);
    }

    /** A key and its certificate. */
    record Issued(X509Certificate certificate, KeyPair keys) {}

    Issued card(String holder) {
        return issue(holder, 300, KeyPurposeId.id_kp_clientAuth);
    }

    /** One that names the address at which its revocation is asked for (OCSP). */
    Issued cardAskedAbout(String holder, URI address) {
        askedAt = address;
        try {
            return card(holder);
        } finally {
            askedAt = null;
        }
    }

    /** What is answered at that address. */
    byte[] answer(byte[] question, Set<BigInteger> revoked) {
        try {
            var builder = new JcaBasicOCSPRespBuilder(own.getSubjectX500Principal());
            for (Req asked : new OCSPReq(question).getRequestList()) {
                var status = revoked.contains(asked.getCertID().getSerialNumber())
                        ? new RevokedStatus(Date.from(Instant.now().minus(1, ChronoUnit.DAYS)))
                        : CertificateStatus.GOOD;
                builder.addResponse(
                        asked.getCertID(), status, Date.from(Instant.now().plus(1, ChronoUnit.HOURS)), (Extensions)
                                null);
            }
            var signed = builder.build(
                    new JcaContentSignerBuilder(ALGORITHM).build(keys.getPrivate()),
                    new X509CertificateHolder[] {new JcaX509CertificateHolder(own)},
                    new Date());
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, signed)
                    .getEncoded();
        } catch (IOException | OCSPException | OperatorCreationException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Issued expiredCard(String holder) {
        return issue(holder, -1, KeyPurposeId.id_kp_clientAuth);
    }

    /** Good for something else than signing in. */
    Issued server(String host) {
        return issue(host, 300, KeyPurposeId.id_kp_serverAuth);
    }

    private Issued issue(String holder, int days, KeyPurposeId use) {
        var pair = keys();
        var now = Instant.now();
        var certificate = certificate(
                new X500Name("CN=" + holder),
                pair,
                now.minus(100, ChronoUnit.DAYS),
                now.plus(days, ChronoUnit.DAYS),
                use);
        return new Issued(certificate, pair);
    }

    private X509Certificate certificate(
            X500Name subject, KeyPair pair, Instant from, Instant until, @Nullable KeyPurposeId use) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(1000L + issued++),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(use == null));
            if (use == null) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            } else {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(use));
                if (askedAt != null) {
                    builder.addExtension(
                            Extension.authorityInfoAccess,
                            false,
                            new AuthorityInformationAccess(
                                    AccessDescription.id_ad_ocsp,
                                    new GeneralName(GeneralName.uniformResourceIdentifier, askedAt.toString())));
                }
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(keys.getPrivate())));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    X509Certificate certificate() {
        return own;
    }

    /** A list of revoked cards, as a file. */
    Path revoking(Path file, X509Certificate... revoked) {
        try {
            var builder = new X509v2CRLBuilder(name, Date.from(Instant.now().minus(1, ChronoUnit.DAYS)));
            builder.setNextUpdate(Date.from(Instant.now().plus(300, ChronoUnit.DAYS)));
            for (X509Certificate card : revoked) {
                builder.addCRLEntry(
                        card.getSerialNumber(), Date.from(Instant.now().minus(1, ChronoUnit.DAYS)), 1);
            }
            return Files.write(
                    file,
                    builder.build(new JcaContentSignerBuilder(ALGORITHM).build(keys.getPrivate()))
                            .getEncoded());
        } catch (IOException | OperatorCreationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String pem(PrivateKey key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + kind + "-----\n";
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
