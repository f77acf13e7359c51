package net.gatepost.web;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import net.gatepost.keys.KeyFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that links in mails are signed with: {@code gatepost.keys.links} (Base64, 32 bytes or more), which several
 * machines must share, else {@code keys/links.key} in the data folder, made at the first start and readable by its owner
 * alone. It belongs in the backup: without it no link in a mail already sent lets anybody leave.
 */
@Component
class LinkKey {

    private static final int LENGTH = 32;

    private final byte[] secret;

    LinkKey(@Value("${gatepost.keys.links:}") String configured, @Value("${gatepost.data}") Path data) {
        this.secret = configured.isBlank() ? kept(data.resolve("keys").resolve("links.key")) : decoded(configured);
    }

    SecretKey forAlgorithm(String algorithm) {
        return new SecretKeySpec(secret, algorithm);
    }

    private static byte[] decoded(String configured) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(configured.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("gatepost.keys.links must be Base64", notBase64);
        }
        if (decoded.length < LENGTH) {
            throw new IllegalArgumentException("gatepost.keys.links must hold at least " + LENGTH + " bytes");
        }
        return decoded;
    }

    private static byte[] kept(Path file) {
        byte[] kept = KeyFile.kept(file, LinkKey::fresh);
        if (kept.length != LENGTH) {
            throw new IllegalStateException(
                    file + " is damaged: restore it from the backup, or delete it to end all links in old mails");
        }
        return kept;
    }

    private static byte[] fresh() {
        byte[] fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        return fresh;
    }
}
