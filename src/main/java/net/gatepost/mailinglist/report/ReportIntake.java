package net.gatepost.mailinglist.report;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether and how bounces and complaints come in. */
@Component
public class ReportIntake {

    private final ImapSettings imap;
    private final ReportToken token;
    private final MailReports reports;

    ReportIntake(ImapSettings imap, ReportToken token, MailReports reports) {
        this.imap = imap;
        this.token = token;
        this.reports = reports;
    }

    /**
     * @param at when they last came or were looked for; null for never
     * @param trouble empty where it went well
     */
    public record Way(@Nullable Instant at, String trouble) {}

    /** Empty where none is configured. */
    public Optional<Way> way() {
        if (imap.isSet()) {
            return Optional.of(way("imap"));
        }
        return token.isSet() ? Optional.of(way("webhook")) : Optional.empty();
    }

    private Way way(String name) {
        return reports.lastLook(name)
                .map(looked -> new Way(looked.at(), looked.trouble()))
                .orElse(new Way(null, ""));
    }
}
