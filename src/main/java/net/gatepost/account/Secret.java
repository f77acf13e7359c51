package net.gatepost.account;

import java.security.SecureRandom;
import java.util.Base64;
import net.gatepost.web.Sha256;

/**
 * What a mailed link carries: 256 random bits. Only its hash is stored, so that who reads the database can use no link;
 * a plain SHA-256 is enough, because nobody can try that many.
 */
record Secret(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String hash() {
        return Sha256.hex(value);
    }

    /** Without the secret: it must not end up in a log line. */
    @Override
    public String toString() {
        return "Secret";
    }
}
