package net.gatepost.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device with one passkey, which answers what a browser would hand it (WebAuthn level 3, with "none" as attestation). */
class SoftAuthenticator {

    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int WITH_KEY = 0x40;
    private static final int COORDINATE = 32;

    private final JsonMapper json = new JsonMapper();
    private final byte[] id = new byte[COORDINATE];
    private final KeyPair keys;
    private String origin = "http://localhost:8080";
    private String userHandle = "";
    private boolean verifies = true;
    private int counter;

    SoftAuthenticator() {
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** As if a page of another site had asked. */
    SoftAuthenticator at(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    /** Leaves out who holds it. */
    SoftAuthenticator withoutVerifying() {
        verifies = false;
        return this;
    }

    /** Says that it holds the passkey of somebody else. */
    SoftAuthenticator claiming(String otherHandle) {
        userHandle = otherHandle;
        return this;
    }

    /** As a copy would go on that was made earlier. */
    SoftAuthenticator countingFrom(int count) {
        counter = count;
        return this;
    }

    String userHandle() {
        return userHandle;
    }

    /** What {@code navigator.credentials.create} gives. */
    String make(String options) {
        var asked = json.readTree(options);
        userHandle = asked.at("/user/id").asString();
        byte[] client = client("webauthn.create", asked);
        byte[] data = join(
                authenticator(asked.at("/rp/id").asString(), WITH_KEY), new byte[16], length(id.length), id, cose());
        byte[] attestation =
                join(hex("a363666d74646e6f6e656761747453746d74a068617574684461746159"), length(data.length), data);
        return answer(Map.of(
                "clientDataJSON", base64(client),
                "attestationObject", base64(attestation),
                "transports", new String[] {"internal", "made-up"}));
    }

    /** What {@code navigator.credentials.get} gives. */
    String show(String options) {
        var asked = json.readTree(options);
        counter++;
        byte[] client = client("webauthn.get", asked);
        byte[] data = authenticator(asked.at("/rpId").asString(), 0);
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return answer(Map.of(
                    "clientDataJSON", base64(client),
                    "authenticatorData", base64(data),
                    "signature", base64(signature.sign()),
                    "userHandle", userHandle));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private String answer(Map<String, Object> response) {
        return json.writeValueAsString(Map.of(
                "id",
                base64(id),
                "rawId",
                base64(id),
                "type",
                "public-key",
                "authenticatorAttachment",
                "platform",
                "clientExtensionResults",
                Map.of(),
                "response",
                response));
    }

    private byte[] client(String type, JsonNode asked) {
        return json.writeValueAsBytes(Map.of(
                "type", type, "challenge", asked.at("/challenge").asString(), "origin", origin, "crossOrigin", false));
    }

    private byte[] authenticator(String rpId, int further) {
        int flags = PRESENT | (verifies ? VERIFIED : 0) | further;
        return ByteBuffer.allocate(37)
                .put(sha256(rpId.getBytes(UTF_8)))
                .put((byte) flags)
                .putInt(counter)
                .array();
    }

    /** An EC2 key for ES256 on P-256. */
    private byte[] cose() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return join(
                hex("a5010203262001215820"),
                coordinate(point.getAffineX().toByteArray()),
                hex("225820"),
                coordinate(point.getAffineY().toByteArray()));
    }

    private static byte[] coordinate(byte[] signed) {
        byte[] padded = join(new byte[COORDINATE], signed);
        return Arrays.copyOfRange(padded, padded.length - COORDINATE, padded.length);
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(2).putShort((short) length).array();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
