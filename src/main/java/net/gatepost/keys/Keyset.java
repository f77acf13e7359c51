package net.gatepost.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * A Tink keyset that what is stored is encrypted with (AES-256-GCM): its primary key encrypts, and every key it holds
 * decrypts. It is in the configuration, which several machines must share, else in a file of the data folder, made at the
 * first start. It belongs in the backup, and apart from the database's. Safe for many threads.
 */
public final class Keyset implements Aead {

    /** Tink begins what it encrypts with a byte and the key's number, which tells its key without opening it. */
    private static final int PREFIX = 1 + Integer.BYTES;

    private static final byte TINK = 1;

    private final String name;
    /** Null where the keyset is configured. */
    private final @Nullable Path file;

    private volatile KeysetHandle handle;
    private volatile Aead aead;

    private Keyset(String name, @Nullable Path file, KeysetHandle handle) throws GeneralSecurityException {
        this.name = name;
        this.file = file;
        this.handle = handle;
        this.aead = primitive(handle);
    }

    /**
     * The keyset of {@code gatepost.keys.NAME}, else of {@code keys/NAME.json} in the data folder.
     *
     * @param configured empty for the file's
     * @throws IllegalStateException if it is no keyset; without what it is
     */
    public static Keyset of(String name, String configured, Path data) {
        var file = data.resolve("keys").resolve(name + ".json");
        try {
            AeadConfig.register();
            return configured.isBlank()
                    ? new Keyset(name, file, parsed(KeyFile.kept(file, Keyset::fresh)))
                    : new Keyset(name, null, parsed(configured.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException notAKeyset) {
            // Without the cause: it might repeat what it could not read.
            throw new IllegalStateException(
                    configured.isBlank()
                            ? file + " is damaged: restore it from the backup, or what it encrypts can't be read"
                            : "gatepost.keys." + name + " must be a Tink keyset in JSON, for AEAD");
        }
    }

    public String name() {
        return name;
    }

    /** @param context what it is bound to: it opens with the same one only */
    @Override
    public byte[] encrypt(byte[] plain, byte[] context) {
        try {
            return aead.encrypt(plain, context);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("nothing could be encrypted", impossible);
        }
    }

    /** @throws IllegalStateException if it was changed, belongs elsewhere, or was encrypted with a key that is not held */
    @Override
    public byte[] decrypt(byte[] encrypted, byte[] context) {
        try {
            return aead.decrypt(encrypted, context);
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException(
                    "what is stored doesn't open: is the keyset " + name + " the one of this database?", wrongKey);
        }
    }

    /** Whether this was encrypted with a key that is not the primary one. */
    public boolean isOutdated(byte[] encrypted) {
        var bytes = ByteBuffer.wrap(encrypted);
        return encrypted.length < PREFIX
                || bytes.get() != TINK
                || bytes.getInt() != handle.getPrimary().getId();
    }

    /** As {@link #encrypt} would make it of what this holds. */
    public byte[] encryptAnew(byte[] encrypted, byte[] context) {
        return encrypt(decrypt(encrypted, context), context);
    }

    /** Whether it is in the configuration, where only its operator can change it. */
    boolean isConfigured() {
        return file == null;
    }

    /** Makes a key that encrypts from now on; a second one is not made until the first has taken over. */
    void addKey() {
        if (handle.size() > 1) {
            return;
        }
        keep(KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary()));
    }

    /** Forgets every key but the primary one: what only they open is lost. */
    void forgetOldKeys() {
        var primary = handle.getPrimary();
        keep(KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(primary.getKey())
                        .setStatus(KeyStatus.ENABLED)
                        .makePrimary()));
    }

    private void keep(KeysetHandle.Builder builder) {
        if (file == null) {
            throw new IllegalStateException("gatepost.keys." + name + " is changed where it is configured");
        }
        try {
            var changed = builder.build();
            KeyFile.replace(file, json(changed));
            aead = primitive(changed);
            handle = changed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the keyset " + name + " could not be changed", impossible);
        }
    }

    private static byte[] fresh() {
        try {
            return json(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no key could be made", impossible);
        }
    }

    private static byte[] json(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static KeysetHandle parsed(byte[] json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                new String(json, StandardCharsets.UTF_8), InsecureSecretKeyAccess.get());
    }

    private static Aead primitive(KeysetHandle handle) throws GeneralSecurityException {
        return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @Override
    public String toString() {
        return "Keyset[" + name + "]";
    }
}
