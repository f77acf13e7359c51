package net.gatepost.mailinglist.report;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What a mail provider shows to prove that it is ours: {@code gatepost.mailing-list.webhook-token}. Without one nobody is. */
@Component
class ReportToken {

    private static final int LEAST = 32;
    private static final String SCHEME = "Bearer ";

    private final byte[] secret;

    ReportToken(@Value("${gatepost.mailing-list.webhook-token:}") String configured) {
        this.secret = configured.strip().getBytes(StandardCharsets.UTF_8);
        if (secret.length > 0 && secret.length < LEAST) {
            throw new IllegalArgumentException(
                    "gatepost.mailing-list.webhook-token must have at least " + LEAST + " characters");
        }
    }

    boolean isSet() {
        return secret.length > 0;
    }

    boolean isShownBy(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return isSet()
                && header != null
                && header.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        secret, header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
