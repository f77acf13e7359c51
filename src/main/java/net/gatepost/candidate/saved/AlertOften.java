package net.gatepost.candidate.saved;

import java.time.LocalDate;

/** How often a recruiter is told whom a kept search has found. */
enum AlertOften {
    DAILY(1),
    WEEKLY(7),
    OFF(Integer.MAX_VALUE);

    private final int days;

    AlertOften(int days) {
        this.days = days;
    }

    /** @param toldUntil the first day that nobody was told of yet */
    boolean isDue(LocalDate toldUntil, LocalDate today) {
        return this != OFF && !toldUntil.plusDays(days).isAfter(today);
    }

    /** The key of its words in the messages. */
    public String messageKey() {
        return "candidate.saved.often." + name();
    }
}
