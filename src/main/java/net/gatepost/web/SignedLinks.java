package net.gatepost.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Tokens for links that must work for ever without anything being stored: an id, signed (HMAC-SHA-256) for one purpose.
 * A link that lets its holder in once belongs to a stored, hashed token instead. Losing the key ends every link.
 */
@Component
public class SignedLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_LENGTH = 16;
    private static final int SIGNATURE_LENGTH = 32;
    private static final int TOKEN_LENGTH = (ID_LENGTH + SIGNATURE_LENGTH) * 4 / 3;

    private final SecretKey key;

    SignedLinks(LinkKey key) {
        this.key = key.forAlgorithm(ALGORITHM);
    }

    /** A token for the id that is good for this purpose alone; safe in a path. */
    public String tokenFor(String purpose, UUID id) {
        byte[] signed = ByteBuffer.allocate(ID_LENGTH + SIGNATURE_LENGTH)
                .put(bytes(id))
                .put(signature(purpose, bytes(id)))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** The id of a token made for this purpose with this site's key; empty for any other text. */
    public Optional<UUID> read(String purpose, String token) {
        if (token.length() != TOKEN_LENGTH) {
            return Optional.empty();
        }
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(signed, ID_LENGTH);
        byte[] signature = Arrays.copyOfRange(signed, ID_LENGTH, signed.length);
        if (!MessageDigest.isEqual(signature, signature(purpose, id))) {
            return Optional.empty();
        }
        var halves = ByteBuffer.wrap(id);
        return Optional.of(new UUID(halves.getLong(), halves.getLong()));
    }

    /** Tells equal texts from others for this purpose without telling what they are: 64 digits, for keys of tables. */
    public String fingerprint(String purpose, String text) {
        return HexFormat.of().formatHex(signature(purpose, text.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] signature(String purpose, byte[] id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(id);
        } catch (GeneralSecurityException missingInThisJava) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missingInThisJava);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
