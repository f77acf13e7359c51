package net.gatepost.clearance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a clearance stands on a day. It is computed from dates and a dated rule, never chosen by anybody, and a security
 * officer's word goes before it.
 *
 * <p>Decided here, each failing closed:
 *
 * <ul>
 *   <li>Only months are known, so a month counts to its end: last used in March 2025 under a rule of 24 months is
 *       current through 31 March 2027 and expired on 1 April.
 *   <li>Last used in the month that is running now is a date in the past.
 *   <li>An interim is a temporary grant (Security Executive Agent Directive 8). Out of use there is no eligibility to
 *       reinstate, so it has expired.
 *   <li>An unknown level, a scheme without a published window, a missing date, a date to come or dates that contradict
 *       each other are UNKNOWN: neither current nor expired can be said.
 * </ul>
 *
 * @param reason why, and the key of its words
 * @param until the last day of the window, where one was computed
 * @param rule the rule that was used, where one was
 * @param finding the status in words, with the rule's source
 */
public record ClearanceStatus(
        State state,
        Reason reason,
        @Nullable LocalDate until,
        @Nullable ReinstatementRule rule,
        Finding finding) {

    /** The terms in which people speak of it. */
    public enum State {
        /** In access now. */
        ACTIVE,
        /** Eligible, not in use, and the reinstatement window is open. */
        CURRENT,
        /** The window has closed. */
        EXPIRED,
        /** What is stored can't tell. */
        UNKNOWN;

        /** Such as {@code clearance.state.active}. */
        public String messageKey() {
            return "clearance.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    static ClearanceStatus of(ClearanceCatalogue catalogue, Clearance clearance, LocalDate today) {
        Optional<Scheme> scheme = catalogue.level(clearance.level()).flatMap(level -> catalogue.scheme(level.scheme()));
        if (scheme.isEmpty()) {
            return unknown(Finding.of(Reason.HELD_LEVEL_UNKNOWN));
        }
        YearMonth thisMonth = YearMonth.from(today);
        YearMonth granted = clearance.granted();
        if (granted != null && granted.isAfter(thisMonth)) {
            return unknown(Finding.of(Reason.STATUS_DATE_IN_FUTURE, granted));
        }
        if (clearance.inAccess()) {
            return new ClearanceStatus(
                    State.ACTIVE, Reason.STATUS_ACTIVE, null, null, Finding.of(Reason.STATUS_ACTIVE));
        }
        YearMonth lastUsed = clearance.lastUsed();
        if (lastUsed != null && lastUsed.isAfter(thisMonth)) {
            return unknown(Finding.of(Reason.STATUS_DATE_IN_FUTURE, lastUsed));
        }
        if (clearance.interim()) {
            Finding ended = Finding.of(Reason.STATUS_INTERIM_ENDED);
            return new ClearanceStatus(State.EXPIRED, ended.reason(), null, null, ended);
        }
        if (lastUsed == null) {
            return unknown(Finding.of(Reason.STATUS_WITHOUT_DATE));
        }
        if (granted != null && granted.isAfter(lastUsed)) {
            return unknown(Finding.of(Reason.STATUS_DATES_CONTRADICT, granted, lastUsed));
        }
        return scheme.get()
                .reinstatementOn(today)
                .map(rule -> byRule(rule, lastUsed, today))
                .orElseGet(() -> unknown(
                        Finding.of(Reason.STATUS_WITHOUT_RULE, scheme.get().name())));
    }

    private static ClearanceStatus byRule(ReinstatementRule rule, YearMonth lastUsed, LocalDate today) {
        LocalDate until = rule.lastDay(lastUsed);
        boolean open = !today.isAfter(until);
        Reason reason = open ? Reason.STATUS_CURRENT : Reason.STATUS_EXPIRED;
        Finding finding = Finding.of(
                        reason,
                        YearMonth.from(until),
                        rule.name(),
                        String.valueOf(rule.validFrom().getYear()))
                .from(rule.source());
        return new ClearanceStatus(open ? State.CURRENT : State.EXPIRED, reason, until, rule, finding);
    }

    private static ClearanceStatus unknown(Finding finding) {
        return new ClearanceStatus(State.UNKNOWN, finding.reason(), null, null, finding);
    }
}
