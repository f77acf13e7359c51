package net.gatepost.candidate.resume;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import net.gatepost.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Encrypts what is kept of one person with that person's key. What is encrypted is bound to the person and to what it is:
 * a row copied under another account, or a text in place of a file, doesn't open.
 */
@Component
class Vault {

    /** What is encrypted, as part of what it is bound to. */
    enum Kind {
        KEY,
        FILE,
        TEXT
    }

    private final PersonKeyRepository keys;
    private final MasterKey master;

    Vault(PersonKeyRepository keys, MasterKey master) {
        this.keys = keys;
        this.master = master;
    }

    /** One person's part of it. */
    final class Compartment {

        private final UUID accountId;
        private final Aead aead;

        private Compartment(UUID accountId, PersonKey key) {
            this.accountId = accountId;
            this.aead = master.unwrap(key.wrapped(), context(accountId, Kind.KEY));
        }

        byte[] lock(Kind kind, byte[] plain) {
            try {
                return aead.encrypt(plain, context(accountId, kind));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("nothing could be encrypted", impossible);
            }
        }

        byte[] unlock(Kind kind, byte[] encrypted) {
            try {
                return aead.decrypt(encrypted, context(accountId, kind));
            } catch (GeneralSecurityException tampered) {
                throw new IllegalStateException("a stored " + kind + " was changed or belongs elsewhere", tampered);
            }
        }
    }

    /** To change something: waits for whoever else changes what is kept of this person, until the commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Compartment toChange(UUID accountId) {
        keys.begin(accountId, master.newKey(context(accountId, Kind.KEY)));
        return new Compartment(accountId, keys.lockByAccountId(accountId).orElseThrow());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Compartment toRead(UUID accountId) {
        return new Compartment(accountId, keys.findById(accountId).orElseThrow(NotFound::new));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void destroyKeyOf(UUID accountId) {
        keys.deleteOf(accountId);
    }

    /** Waits as {@link #toChange} does, without making a key for who has none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitFor(UUID accountId) {
        keys.lockByAccountId(accountId);
    }

    static byte[] context(UUID accountId, Kind kind) {
        return ("gatepost resume " + kind + " of " + accountId).getBytes(StandardCharsets.UTF_8);
    }
}
