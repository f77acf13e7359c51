package net.gatepost.mailinglist;

import java.security.SecureRandom;
import java.util.Base64;
import net.gatepost.web.Sha256;

/** The secret in a confirmation link: 256 random bits. The mail holds it, the database only its hash. */
record ConfirmationToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static ConfirmationToken fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ConfirmationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Without salt or stretching: the value can't be guessed, so its hash can't be searched. */
    String hash() {
        return Sha256.hex(value);
    }

    @Override
    public String toString() {
        return "ConfirmationToken[…]";
    }
}
