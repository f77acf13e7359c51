package net.gatepost.candidate.resume;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import net.gatepost.keys.Keyset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that wraps the keys of the persons: a Tink keyset in JSON, from {@code gatepost.keys.resumes}, which several
 * machines must share, else from {@code keys/resumes.json} in the data folder, made at the first start. It belongs in the
 * backup, and apart from the database's: without it no résumé can be read again.
 */
@Component
class MasterKey {

    private final Keyset keyset;

    MasterKey(@Value("${gatepost.keys.resumes:}") String configured, @Value("${gatepost.data}") Path data) {
        this.keyset = Keyset.of("resumes", configured, data);
    }

    Keyset keyset() {
        return keyset;
    }

    /** A new key for a person, wrapped: of no use to anybody else. */
    byte[] newKey(byte[] context) {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(handle, keyset, context);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no key could be made", impossible);
        }
    }

    /** The same key, wrapped by the primary key. */
    byte[] wrapAnew(byte[] wrapped, byte[] context) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, keyset, context), keyset, context);
        } catch (GeneralSecurityException wrongKey) {
            throw doesNotOpen(wrongKey);
        }
    }

    Aead unwrap(byte[] wrapped, byte[] context) {
        try {
            return primitive(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, keyset, context));
        } catch (GeneralSecurityException wrongKey) {
            throw doesNotOpen(wrongKey);
        }
    }

    private static IllegalStateException doesNotOpen(GeneralSecurityException cause) {
        return new IllegalStateException(
                "a stored key doesn't open: is the keyset resumes the one of this database?", cause);
    }

    private static Aead primitive(KeysetHandle handle) throws GeneralSecurityException {
        return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
