package net.gatepost.candidate.resume;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import net.gatepost.web.KeyFile;
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

    MasterKey(@Value("${gatepost.keys.resumes:}") String configured, @Value("${gatepost.data}") Path data)
            throws GeneralSecurityException {
        AeadConfig.register();
        this.aead = configured.isBlank()
                ? kept(data.resolve("keys").resolve("resumes.json"))
                : parsed(configured, "gatepost.keys.resumes must be a Tink keyset in JSON, for AEAD");
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

    private static Aead kept(Path file) {
        byte[] keyset = KeyFile.kept(file, MasterKey::fresh);
        return parsed(
                new String(keyset, StandardCharsets.UTF_8),
                file + " is damaged: restore it from the backup, or no résumé can be read");
    }

    private static byte[] fresh() {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no key could be made", impossible);
        }
    }

    private static Aead parsed(String json, String otherwise) {
        try {
            return primitive(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException notAKeyset) {
            // Without the cause: it might repeat what it could not read.
            throw new IllegalStateException(otherwise);
        }
    }

    private static Aead primitive(KeysetHandle handle) throws GeneralSecurityException {
        return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
