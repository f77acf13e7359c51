package net.gatepost.mailinglist.report;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the list's mailbox is.
 *
 * @param host empty where there is none
 * @param tls from the first byte; without it only for a server on the same machine
 */
@ConfigurationProperties("gatepost.mailing-list.imap")
record ImapSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("true") boolean tls) {

    boolean isSet() {
        return !host.isBlank();
    }

    /** Withheld: it holds a password. */
    @Override
    public String toString() {
        return "ImapSettings[withheld]";
    }
}
