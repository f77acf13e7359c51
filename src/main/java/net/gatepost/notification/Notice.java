package net.gatepost.notification;

import java.util.List;

/**
 * One thing that happened, as a member is told of it.
 *
 * @param messageKey of one sentence
 * @param arguments of the sentence, as plain text
 * @param path the page of this site that it is about, such as {@code /me/applications/…}
 * @param once a key that tells the same thing told twice from two things: the second is not told again
 */
public record Notice(NoticeKind kind, String messageKey, List<String> arguments, String path, String once) {

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** Without the arguments, which may name people. */
    @Override
    public String toString() {
        return "Notice[" + messageKey + "]";
    }
}
