package net.gatepost.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimException;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.simplejavamail.utils.mail.dkim.SigningAlgorithm;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that mails are signed with (DKIM, RFC 6376), where {@code gatepost.mail.dkim} names one: {@code domain},
 * {@code selector} and {@code key-file}, an RSA key in PKCS#8 as PEM. Without it nothing is signed here, and whoever relays
 * the mails may do it.
 */
@Component
public class DkimKeys {

    /** RFC 8301: what is shorter is not verified any more. */
    private static final int LEAST_BITS = 1024;

    /** Beyond what is signed anyway: RFC 8058 wants the list's headers covered, or the button does not show. */
    private static final List<String> LIST_HEADERS = List.of(
            "Message-ID",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "List-Help",
            "List-Archive",
            "List-Subscribe",
            "List-Owner",
            "Precedence",
            "Auto-Submitted",
            "Feedback-ID");

    private final String domain;
    private final String selector;
    private final @Nullable RSAPrivateCrtKey key;

    DkimKeys(
            @Value("${gatepost.mail.dkim.domain:}") String domain,
            @Value("${gatepost.mail.dkim.selector:}") String selector,
            @Value("${gatepost.mail.dkim.key-file:}") String keyFile) {
        boolean none = domain.isBlank() && selector.isBlank() && keyFile.isBlank();
        if (!none && (domain.isBlank() || selector.isBlank() || keyFile.isBlank())) {
            throw new IllegalArgumentException("gatepost.mail.dkim needs a domain, a selector and a key-file");
        }
        this.domain = domain.strip();
        this.selector = selector.strip();
        this.key = none ? null : read(Path.of(keyFile.strip()));
    }

    /** What stands in the domain's name server for a key. */
    public record Published(String name, String record) {}

    /** Where the key that signs has to be published, and what; empty where nothing is signed. */
    public Optional<Published> published() {
        return key == null
                ? Optional.empty()
                : Optional.of(new Published(selector + "._domainkey." + domain, "v=DKIM1; k=rsa; p=" + publicKey(key)));
    }

    /** The message signed, or as it is. */
    SMTPMessage sign(SMTPMessage message) throws MessagingException {
        if (key == null) {
            return message;
        }
        try {
            var signer = new DkimSigner(domain, selector, key);
            signer.setSigningAlgorithm(SigningAlgorithm.SHA256_WITH_RSA);
            signer.setHeaderCanonicalization(Canonicalization.RELAXED);
            signer.setBodyCanonicalization(Canonicalization.RELAXED);
            // It would ask the name server for every mail.
            signer.setCheckDomainKey(false);
            signer.setLengthParam(false);
            LIST_HEADERS.forEach(signer::addHeaderToSign);
            return new DkimMessage((MimeMessage) message, signer);
        } catch (DkimException refused) {
            throw new MessagingException("can't be signed", refused);
        }
    }

    private static RSAPrivateCrtKey read(Path file) {
        try {
            String pem = Files.readString(file)
                    .replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "")
                    .replaceAll("\\s", "");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
            if (KeyFactory.getInstance("RSA").generatePrivate(spec) instanceof RSAPrivateCrtKey key
                    && key.getModulus().bitLength() >= LEAST_BITS) {
                return key;
            }
            throw new IllegalArgumentException("The DKIM key in " + file + " has to be RSA of 2048 bits.");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The DKIM key can't be read from " + file, unreadable);
        } catch (IllegalArgumentException | GeneralSecurityException notAKey) {
            throw new IllegalArgumentException(
                    "The DKIM key in " + file + " has to be RSA in PKCS#8, as \"openssl genrsa 2048\" writes it.",
                    notAKey);
        }
    }

    private static String publicKey(RSAPrivateCrtKey key) {
        try {
            var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return Base64.getEncoder()
                    .encodeToString(
                            KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded());
        } catch (GeneralSecurityException missingInThisJava) {
            throw new IllegalStateException("every Java has RSA", missingInThisJava);
        }
    }
}
