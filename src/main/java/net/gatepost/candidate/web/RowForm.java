package net.gatepost.candidate.web;

import java.time.LocalDate;
import org.springframework.validation.Errors;

/**
 * What somebody typed about one entry or part of a profile.
 *
 * @param <T> what it says once it is in order
 */
interface RowForm<T> {

    /** Rejects what the fields' own constraints can't see: months to come, dates that contradict each other. */
    void check(Errors errors, LocalDate today);

    /** Only of a form without errors. */
    T content();
}
