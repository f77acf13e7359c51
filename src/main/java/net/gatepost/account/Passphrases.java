package net.gatepost.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passphrases are kept: Argon2id with the parameters that OWASP recommends, behind a prefix so that it can change. */
@Configuration(proxyBeanMethods = false)
class Passphrases {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    @Bean
    PasswordEncoder passphraseEncoder() {
        var argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
        return new NormalisingEncoder(new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", argon2)));
    }

    /** Brings what was typed into one form before it is hashed or compared: see {@link PassphraseRules#normalise}. */
    static class NormalisingEncoder implements PasswordEncoder {

        private final PasswordEncoder encoder;

        NormalisingEncoder(PasswordEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence typed) {
            return encoder.encode(normal(typed));
        }

        @Override
        public boolean matches(@Nullable CharSequence typed, @Nullable String hash) {
            return encoder.matches(normal(typed), hash);
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return encoder.upgradeEncoding(hash);
        }

        private static @Nullable String normal(@Nullable CharSequence typed) {
            return typed == null ? null : PassphraseRules.normalise(typed);
        }
    }
}
