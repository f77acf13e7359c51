package net.gatepost.mail;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the mails that the application under test has queued; they stay, as no waiting work is done there. */
public class SentMails {

    private final JdbcClient database;

    SentMails(JdbcClient database) {
        this.database = database;
    }

    /** One queued mail. */
    public record Sent(String subject, String text, String html, String headers) {

        /** The first link in its text that contains these words, as a path on the site. */
        public String link(String containing) {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("http") && line.contains(containing))
                    .map(line -> line.replaceFirst("https?://[^/]+", ""))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No link with " + containing + " in: " + text));
        }
    }

    /** What was sent to this address, the newest first. */
    public List<Sent> to(EmailAddress address) {
        return database.sql(
                        "select subject, text_body as text, html_body as html, headers from mail where recipient = ? order by id desc")
                .param(address.value())
                .query(Sent.class)
                .list();
    }

    public Sent latestTo(EmailAddress address) {
        return to(address).stream().findFirst().orElseThrow(() -> new AssertionError("No mail was sent to " + address));
    }
}
