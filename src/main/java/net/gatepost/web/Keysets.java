package net.gatepost.web;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Keys that what is stored is encrypted with: Tink keysets in JSON, from the configuration, which several machines must share,
 * else from a file of the data folder, made at the first start. They belong in the backup, and apart from the database's.
 */
public final class Keysets {

    private Keysets() {}

    /**
     * @param configured empty for the file's
     * @param property that it was configured by
     * @throws IllegalStateException if it is no keyset; without what it is
     */
    public static Aead aead(String configured, String property, Path file) {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no key could be made", impossible);
        }
        return configured.isBlank()
                ? parsed(
                        new String(KeyFile.kept(file, Keysets::fresh), StandardCharsets.UTF_8),
                        file + " is damaged: restore it from the backup, or what it encrypts can't be read")
                : parsed(configured, property + " must be a Tink keyset in JSON, for AEAD");
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
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException notAKeyset) {
            // Without the cause: it might repeat what it could not read.
            throw new IllegalStateException(otherwise);
        }
    }
}
