package net.gatepost.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import net.gatepost.web.DatabaseGauges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a machine watches of mail: how much waits, since when, and what was given up. */
@Component
class MailMeters implements MeterBinder {

    private final DatabaseGauges gauges;
    private final JdbcClient database;
    private final Clock clock;

    MailMeters(DatabaseGauges gauges, JdbcClient database, Clock clock) {
        this.gauges = gauges;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauges.of("gatepost.mails.waiting", () -> count(Mail.Status.QUEUED))
                .description("mails that are not sent yet")
                .register(meters);
        gauges.of("gatepost.mails.oldest", this::ageOfTheOldest)
                .baseUnit("seconds")
                .description("how long the oldest of them has waited")
                .register(meters);
        gauges.of("gatepost.mails.failed", () -> count(Mail.Status.FAILED))
                .description("mails that were given up and wait for an administrator")
                .register(meters);
    }

    private long count(Mail.Status status) {
        return database.sql("select count(*) from mail where status = ?")
                .param(status.name())
                .query(Long.class)
                .single();
    }

    private double ageOfTheOldest() {
        return database.sql("select queued_at from mail where status = ? order by queued_at fetch first 1 rows only")
                .param(Mail.Status.QUEUED.name())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .map(this::secondsSince)
                .orElse(0d);
    }

    private double secondsSince(Instant then) {
        return Duration.between(then, clock.instant()).toMillis() / 1_000d;
    }
}
