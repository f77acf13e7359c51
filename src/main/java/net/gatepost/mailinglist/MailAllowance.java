package net.gatepost.mailinglist;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many mails the form may make the list send to one address, whoever fills it in. Counted with the subscriber, so
 * that it holds across restarts and processes: this is what keeps the list from being used to flood somebody.
 *
 * @param most within {@link #WINDOW}
 * @param apart the least time between two
 */
record MailAllowance(int most, Duration apart) {

    static final Duration WINDOW = Duration.ofDays(1);

    static final MailAllowance CONFIRMATIONS = new MailAllowance(3, Duration.ofMinutes(10));

    /** To somebody who is on the list already. */
    static final MailAllowance REMINDERS = new MailAllowance(Integer.MAX_VALUE, Duration.ofDays(1));

    /** To one that bounced or complained: its owner can open it again, and nobody else can pester them. */
    static final MailAllowance TO_CLOSED = new MailAllowance(1, Duration.ofDays(7));

    boolean permits(@Nullable Instant countedSince, int counted, @Nullable Instant last, Instant now) {
        boolean longEnoughAgo = last == null || !last.plus(apart).isAfter(now);
        boolean newWindow = countedSince == null || !countedSince.plus(WINDOW).isAfter(now);
        return longEnoughAgo && (newWindow || counted < most);
    }
}
