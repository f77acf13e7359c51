package net.gatepost.notification;

import java.util.List;

/**
 * One thing that happened, as a member is told of it.
 *
 * @param messageKey of one sentence
 * @param arguments of the sentence, as plain text
 * @param path the page of this site that it is about, such as {@code /me/applications/…}
 * @param once a key that tells the same thing told twice from two things: the second is not told again; at most
 *     {@link #LONGEST_KEY} characters
 */
public record Notice(NoticeKind kind, String messageKey, List<String> arguments, String path, String once) {

    public static final int LONGEST_KEY = 160;

    private static final int LONGEST_PATH = 300;

    public Notice {
        if (!path.startsWith("/") || path.length() > LONGEST_PATH || once.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("no path of this site, or too long a key: " + messageKey);
        }
        arguments = List.copyOf(arguments);
    }

    /** Without the arguments, which may name people. */
    @Override
    public String toString() {
        return "Notice[" + messageKey + "]";
    }
}
