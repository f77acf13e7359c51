package net.gatepost.employer.web;

import net.gatepost.employer.EmployerView;
import net.gatepost.web.Moments;

/**
 * One employer in the administrator's queue.
 *
 * @param alike whether it looks like a verified one
 * @param reached whether a recruiter has confirmed mail at its domain
 */
record QueueRow(
        String name, String href, String domain, String code, String submitted, boolean alike, boolean reached) {

    static QueueRow of(EmployerView employer, boolean alike, boolean reached) {
        return new QueueRow(
                employer.name(),
                "/admin/employers/" + employer.id(),
                employer.domain(),
                employer.cage() != null ? "CAGE " + employer.cage() : "UEI " + employer.uei(),
                Moments.told(employer.submittedAt()),
                alike,
                reached);
    }
}
