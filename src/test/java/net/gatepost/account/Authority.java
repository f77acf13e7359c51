package net.gatepost.account;

import java.io.IOException;
import java.math.BigInteger;
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
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
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
