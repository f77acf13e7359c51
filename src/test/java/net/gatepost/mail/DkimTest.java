package net.gatepost.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies as a receiver does, by RFC 6376 section 6, with the public key that the health page tells to publish. */
class DkimTest {

    private static final String HEADERS = "List-Id: Gatepost <mailing-list.gatepost.example>\n"
            + "List-Unsubscribe: <https://gatepost.example/mailing-list/leave/abc>, <mailto:list@gatepost.example>\n"
            + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n"
            + "Precedence: bulk";

    @TempDir
    Path folder;

    KeyPair pair;
    DkimKeys keys;

    @BeforeEach
    void aKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
        Path file = folder.resolve("dkim.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        keys = new DkimKeys("gatepost.example", "list2026", file.toString());
    }

    private byte[] sent() throws Exception {
        var mimes = new MimeMails("Gatepost <no-reply@gatepost.example>", "bounces@gatepost.example", keys);
        var mail = new Mail(
                "<1@gatepost.example>",
                new EmailAddress("wren@quillwort.example"),
                new Mail.Rendered("Cleared jobs – this week", HEADERS, "Words – here \n\n\n", "<p>Wörds</p>\n"),
                Instant.parse("2026-11-25T10:00:00Z"));
        var out = new ByteArrayOutputStream();
        mimes.toMime(mail, Session.getInstance(new Properties())).writeTo(out);
        return out.toByteArray();
    }

    @Test
    void whatIsSentVerifiesAndTheListsHeadersAreCovered() throws Exception {
        String raw = new String(sent(), StandardCharsets.UTF_8);
        int end = raw.indexOf("\r\n\r\n");
        var fields = fields(raw.substring(0, end + 2));
        String signature = fields.stream()
                .filter(field -> field.startsWith("DKIM-Signature:"))
                .findFirst()
                .orElseThrow();
        var tags = tags(signature);

        assertThat(tags)
                .containsEntry("d", "gatepost.example")
                .containsEntry("s", "list2026")
                .containsEntry("a", "rsa-sha256")
                .doesNotContainKey("l");
        var signed = Arrays.asList(
                tags.getOrDefault("h", "").toLowerCase(Locale.ROOT).split(":"));
        assertThat(signed)
                .contains(
                        "from", "to", "subject", "message-id", "list-id", "list-unsubscribe", "list-unsubscribe-post");
        assertThat(tags.get("bh"))
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256")
                                .digest(relaxedBody(raw.substring(end + 4)).getBytes(StandardCharsets.UTF_8))));

        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(pair.getPublic());
        verifier.update(covered(fields, signed, signature).getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(Base64.getMimeDecoder().decode(tags.get("b"))))
                .isTrue();
        assertThat(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(sent()))
                        .getMessageID())
                .isEqualTo("<1@gatepost.example>");
    }

    @Test
    void theRecordToPublishHoldsThePublicKey() {
        assertThat(keys.published()).get().satisfies(published -> {
            assertThat(published.name()).isEqualTo("list2026._domainkey.gatepost.example");
            assertThat(published.record())
                    .isEqualTo("v=DKIM1; k=rsa; p="
                            + Base64.getEncoder()
                                    .encodeToString(pair.getPublic().getEncoded()));
        });
    }

    @Test
    void halfAConfigurationAndWhatIsNoKeyAreRefusedAtTheStart() throws Exception {
        assertThatThrownBy(() -> new DkimKeys("gatepost.example", "", "")).hasMessageContaining("needs a domain");
        Path file = Files.writeString(folder.resolve("no.pem"), "hello");
        assertThatThrownBy(() -> new DkimKeys("gatepost.example", "s", file.toString()))
                .hasMessageContaining("PKCS#8");
        assertThat(new DkimKeys("", "", "").published()).isEmpty();
    }

    /** Each with the lines that continue it. */
    private static List<String> fields(String head) {
        List<String> fields = new ArrayList<>();
        for (String line : head.split("\r\n")) {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                int last = fields.size() - 1;
                fields.set(last, fields.get(last) + "\r\n" + line);
            } else {
                fields.add(line);
            }
        }
        return fields;
    }

    private static Map<String, String> tags(String signature) {
        Map<String, String> tags = new HashMap<>();
        for (String tag : signature.substring(signature.indexOf(':') + 1).split(";")) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(
                        tag.substring(0, equals).strip(),
                        tag.substring(equals + 1).replaceAll("\\s", ""));
            }
        }
        return tags;
    }

    private static String covered(List<String> fields, List<String> names, String signature) {
        var covered = new StringBuilder();
        var left = new ArrayList<>(fields);
        Collections.reverse(left);
        for (String name : names) {
            left.stream()
                    .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .findFirst()
                    .ifPresent(field -> {
                        left.remove(field);
                        covered.append(relaxed(field)).append("\r\n");
                    });
        }
        return covered + relaxed(signature).replaceFirst("([;: ]b=)[^;]*", "$1");
    }

    private static String relaxed(String field) {
        int colon = field.indexOf(':');
        return field.substring(0, colon).toLowerCase(Locale.ROOT).strip() + ":"
                + field.substring(colon + 1)
                        .replaceAll("\r\n", "")
                        .replaceAll("[ \t]+", " ")
                        .strip();
    }

    private static String relaxedBody(String body) {
        return body.replaceAll("[ \t]+", " ").replaceAll(" \r\n", "\r\n").replaceAll("(\r\n)+$", "") + "\r\n";
    }
}
