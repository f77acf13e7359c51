package net.gatepost.account;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/**
 * What one module keeps about a person. Each module that keeps something implements it, so that an export leaves nothing
 * out and an erasure leaves nothing behind.
 *
 * <p>{@code @Order} says when: the further below a module stands, the smaller its number, from 20 for the mailing list to
 * 80 for notifications and 100 for the account itself.
 */
public interface PersonalData {

    /** What a person is handed. */
    interface Archive {

        /**
         * @param name without folder and ending, such as {@code applications}; the message {@code data.file.<name>} says
         *     what is in it
         * @param content written as JSON at once: records, lists, maps, texts, numbers and dates; an {@code Iterator} where
         *     there may be more than fits into memory
         */
        void json(String name, Object content);

        /** @param name with its ending, such as {@code resume.pdf}; read to its end before this returns */
        void file(String name, InputStream content);
    }

    /**
     * Something that a person has to settle before they can be erased.
     *
     * @param messageKey of one sentence that says what and how
     * @param path the page of this site to settle it on
     */
    record Hindrance(String messageKey, List<?> arguments, String path) {

        public Hindrance {
            arguments = List.copyOf(arguments);
        }
    }

    /** Adds all of it to the archive. Runs in a read-only transaction that sees one moment. */
    void exportTo(Archive archive, UUID accountId);

    /**
     * What forbids the erasure for now. Asked for the page, and again in the erasure's own transaction before anything is
     * erased: whatever the answer rests on is to be locked here, so that it is still true then.
     */
    default List<Hindrance> hindrances(UUID accountId) {
        return List.of();
    }

    /**
     * Deletes it, or takes the person out of what others need to keep. Runs in one transaction with all others, what stands
     * below in the order of modules first, the account last.
     */
    void erase(UUID accountId);
}
