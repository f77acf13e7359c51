package net.gatepost.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import net.gatepost.keys.Keyset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The codes of authenticator apps (RFC 6238 as all of them do it: six digits, thirty seconds, SHA-1), and their secrets, which
 * are stored encrypted, each for its account alone, with {@code gatepost.keys.accounts} or {@code keys/accounts.json}.
 */
@Component
class OneTimeCodes {

    /** Bytes: what RFC 4226 recommends. */
    private static final int LENGTH = 20;

    /** Clocks may be apart by so many steps of thirty seconds. */
    private static final int TOLERANCE = 1;

    /** A code that was used more steps ahead than this was used while the clock ran ahead. */
    private static final int FARTHEST_AHEAD = 10;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final Keyset keyset;

    OneTimeCodes(@Value("${gatepost.keys.accounts:}") String configured, @Value("${gatepost.data}") Path data) {
        this.keyset = Keyset.of("accounts", configured, data);
    }

    Keyset keyset() {
        return keyset;
    }

    static byte[] freshSecret() {
        byte[] secret = new byte[LENGTH];
        RANDOM.nextBytes(secret);
        return secret;
    }

    byte[] encrypt(byte[] secret, UUID accountId) {
        return keyset.encrypt(secret, context(accountId));
    }

    byte[] decrypt(byte[] encrypted, UUID accountId) {
        return keyset.decrypt(encrypted, context(accountId));
    }

    /**
     * The step of time that this code belongs to, if it is one of now and later than {@code after}, unless that is minutes ahead of
     * now: a clock that was set back must not shut everybody out. Compares in constant time.
     *
     * @param typed digits, blanks among them
     */
    OptionalLong stepOf(String typed, byte[] secret, long after, Instant now) {
        byte[] code = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long present = step(now);
        long last = after > present + FARTHEST_AHEAD ? 0 : after;
        return LongStream.rangeClosed(present - TOLERANCE, present + TOLERANCE)
                .filter(step -> step > last)
                .filter(step -> MessageDigest.isEqual(codeOf(secret, step).getBytes(StandardCharsets.UTF_8), code))
                .findFirst();
    }

    String codeAt(byte[] secret, Instant now) {
        return codeOf(secret, step(now));
    }

    private long step(Instant now) {
        return now.getEpochSecond() / generator.getTimeStep().toSeconds();
    }

    private String codeOf(byte[] secret, long step) {
        try {
            var key = new SecretKeySpec(secret, generator.getAlgorithm());
            return generator.generateOneTimePasswordString(
                    key, Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds()));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("a key of bytes is a key", impossible);
        }
    }

    static byte[] context(UUID accountId) {
        return ("second-factor/" + accountId).getBytes(StandardCharsets.UTF_8);
    }
}
