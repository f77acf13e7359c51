package net.gatepost.candidate.resume;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import net.gatepost.web.Keysets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that wraps the keys of the persons: a Tink keyset in JSON, from {@code gatepost.keys.resumes}, which several
 * machines must share, else from {@code keys/resumes.json} in the data folder, made at the first start. It belongs in the
 * backup, and apart from the database's: without it no résumé can be read again.
 */
@Component
class MasterKey {

    private final Aead aead;

    MasterKey(@Value("${gatepost.keys.resumes:}") String configured, @Value("${gatepost.data}") Path data) {
        this.aead = Keysets.aead(
                configured, "gatepost.keys.resumes", data.resolve("keys").resolve("resumes.json"));
    }

    /** A new key for a person, wrapped: of no use to anybody else. */
    byte[] newKey(byte[] context) {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(handle, aead, context);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no key could be made", impossible);
        }
    }

    Aead unwrap(byte[] wrapped, byte[] context) {
        try {
            return primitive(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead, context));
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException(
                    "a stored key doesn't open: is keys/resumes.json the one of this database?", wrongKey);
        }
    }

    private static Aead primitive(KeysetHandle handle) throws GeneralSecurityException {
        return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
