package net.gatepost.account;

import java.io.InputStream;
import java.util.UUID;

/**
 * What one module keeps about a person. Each module that keeps something implements it, so that an export leaves nothing
 * out and an erasure leaves nothing behind.
 */
public interface PersonalData {

    /** What a person is handed. */
    interface Archive {

        /**
         * @param name without folder and ending, such as {@code applications}
         * @param content written as JSON: records, lists, maps, texts, numbers and dates
         */
        void json(String name, Object content);

        /** @param name with its ending, such as {@code resume.pdf}; read to its end before this returns */
        void file(String name, InputStream content);
    }

    /** Adds all of it to the archive. Runs in a read-only transaction. */
    void exportTo(Archive archive, UUID accountId);

    /**
     * Deletes it, or takes the person out of what others need to keep. Runs in one transaction with all others, what stands
     * below in the order of modules first, the account last.
     */
    void erase(UUID accountId);
}
