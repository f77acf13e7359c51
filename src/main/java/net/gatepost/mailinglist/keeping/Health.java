package net.gatepost.mailinglist.keeping;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import net.gatepost.mail.DkimKeys;
import net.gatepost.mailinglist.report.ReportIntake;
import net.gatepost.web.Moments;
import net.gatepost.web.SiteAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Whether mails of the list are likely to arrive: what the operator has configured, what the domain's name server says, and
 * what came back lately. What large providers ask of bulk senders since 2024 is in {@code docs/mail.md}.
 */
@Component
class Health {

    private static final int DAYS = 30;

    /** Google's and Yahoo's rule: below one in a thousand, never three. */
    private static final double COMPLAINTS_GOOD = 0.001;

    private static final double COMPLAINTS_BAD = 0.003;
    private static final double BOUNCES_GOOD = 0.02;
    private static final double BOUNCES_BAD = 0.05;

    private final SiteAddress site;
    private final DkimKeys keys;
    private final DomainRecords records;
    private final ReportIntake intake;
    private final ListFigures figures;
    private final MessageSource messages;
    private final Clock clock;
    private final String from;
    private final String server;
    private final String postal;

    Health(
            SiteAddress site,
            DkimKeys keys,
            DomainRecords records,
            ReportIntake intake,
            ListFigures figures,
            MessageSource messages,
            Clock clock,
            @Value("${gatepost.mail.from}") String from,
            @Value("${spring.mail.host:}") String server,
            @Value("${gatepost.operator.address}") String postal) {
        this.site = site;
        this.keys = keys;
        this.records = records;
        this.intake = intake;
        this.figures = figures;
        this.messages = messages;
        this.clock = clock;
        this.from = from;
        this.server = server;
        this.postal = postal;
    }

    /** How something stands. */
    enum State {
        GOOD("state-good"),
        UNKNOWN("state-off"),
        LOOK("state-wait"),
        BAD("state-bad");

        private final String kind;

        State(String kind) {
            this.kind = kind;
        }
    }

    /** One thing that was looked at. @param told what was found, and what to do where it is not good */
    record Check(String label, String kind, String state, String told) {}

    List<Check> all() {
        var checks = new ArrayList<Check>();
        String domain = domain();
        checks.add(server.isBlank() ? check("smtp", State.BAD, "none") : check("smtp", State.GOOD, "good", server));
        checks.add(check("https", site.secure() ? State.GOOD : State.BAD, site.secure() ? "good" : "none", site));
        checks.add(
                postal.startsWith("(no postal") || postal.isBlank()
                        ? check("postal", State.BAD, "none")
                        : check("postal", State.GOOD, "good", postal));
        checks.add(record("spf", domain, domain, text -> text.startsWith("v=spf1")));
        checks.add(dkim(domain));
        checks.add(record("dmarc", "_dmarc." + domain, domain, text -> text.startsWith("v=DMARC1")));
        checks.add(reports());
        checks.addAll(rates());
        return checks;
    }

    private String domain() {
        try {
            String address = new InternetAddress(from, true).getAddress();
            return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        } catch (AddressException impossible) {
            throw new IllegalStateException("the site does not start with such a sender", impossible);
        }
    }

    private Check record(String name, String at, String domain, Predicate<String> wanted) {
        var texts = records.texts(at);
        if (texts.isEmpty()) {
            return check(name, State.UNKNOWN, "unknown", at);
        }
        Optional<String> found = texts.get().stream().filter(wanted).findFirst();
        return found.map(text -> check(name, State.GOOD, "good", at, text))
                .orElseGet(() -> check(name, State.BAD, "none", at, domain));
    }

    private Check dkim(String domain) {
        var published = keys.published();
        if (published.isEmpty()) {
            return check("dkim", State.LOOK, "none", domain);
        }
        var key = published.get();
        boolean aligned = key.name().endsWith("._domainkey." + domain)
                || domain.endsWith("." + key.name().replaceFirst(".*\\._domainkey\\.", ""));
        if (!aligned) {
            return check("dkim", State.BAD, "foreign", key.name(), domain);
        }
        var texts = records.texts(key.name());
        if (texts.isEmpty()) {
            return check("dkim", State.UNKNOWN, "unknown", key.name(), key.record());
        }
        String wanted = key.record().replaceAll(".*p=", "");
        boolean there =
                texts.get().stream().anyMatch(text -> text.replaceAll("\\s", "").contains("p=" + wanted));
        return there
                ? check("dkim", State.GOOD, "good", key.name())
                : check("dkim", State.BAD, "wrong", key.name(), key.record());
    }

    private Check reports() {
        var way = intake.way();
        if (way.isEmpty()) {
            return check("reports", State.BAD, "none");
        }
        var looked = way.get();
        if (!looked.trouble().isEmpty()) {
            return check("reports", State.BAD, "trouble", looked.trouble());
        }
        return looked.at() == null
                ? check("reports", State.LOOK, "never")
                : check("reports", State.GOOD, "good", Moments.told(looked.at()));
    }

    private List<Check> rates() {
        var counts = figures.since(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS - 1L));
        long sent = sum(counts.get("sent"));
        return List.of(
                rate("complaints", sum(counts.get("complained")), sent, COMPLAINTS_GOOD, COMPLAINTS_BAD),
                rate("bounces", sum(counts.get("bounced")), sent, BOUNCES_GOOD, BOUNCES_BAD));
    }

    private static long sum(java.util.@org.jspecify.annotations.Nullable Map<LocalDate, Long> counts) {
        return counts == null
                ? 0
                : counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private Check rate(String name, long count, long sent, double good, double bad) {
        if (sent == 0) {
            return check(name, State.UNKNOWN, "unknown");
        }
        double share = (double) count / sent;
        var state = share <= good ? State.GOOD : share < bad ? State.LOOK : State.BAD;
        return check(name, state, "told", count, sent, String.format(Locale.ENGLISH, "%.2f", share * 100));
    }

    private Check check(String name, State state, String told, Object... arguments) {
        return new Check(
                words("mailinglist.health." + name),
                state.kind,
                words("mailinglist.health.state." + state),
                words("mailinglist.health." + name + "." + told, arguments));
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
