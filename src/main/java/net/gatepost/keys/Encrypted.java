package net.gatepost.keys;

/** What a module keeps encrypted: it knows where that is, and how to encrypt it with another key. */
public interface Encrypted {

    Keyset keyset();

    /**
     * Encrypts everything that {@link Keyset#isOutdated} anew, some rows a transaction. Can be repeated after a crash in the
     * middle.
     *
     * @return how many rows were changed
     */
    long encryptAnew();
}
