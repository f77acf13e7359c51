package net.gatepost.job.api;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import net.gatepost.web.Sha256;

/**
 * What a program shows: 256 random bits behind a prefix by which those who look for leaked secrets know it. A plain SHA-256
 * is kept of it, which is enough where nobody can try that many.
 */
record TokenSecret(String value) {

    private static final String PREFIX = "gp_";
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenSecret fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for what none can look like. */
    static Optional<TokenSecret> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new TokenSecret(text)) : Optional.empty();
    }

    String hash() {
        return hash(value);
    }

    /** In hexadecimal; also for what else is only ever compared. */
    static String hash(String text) {
        return Sha256.hex(text);
    }

    /** Withheld: it must not end up in a log line. */
    @Override
    public String toString() {
        return "TokenSecret";
    }
}
