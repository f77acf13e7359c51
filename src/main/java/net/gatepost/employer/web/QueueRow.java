package net.gatepost.employer.web;

import net.gatepost.employer.EmployerView;
import net.gatepost.web.Moments;

/** One employer in the administrator's queue. */
record QueueRow(String name, String href, String domain, String code, String submitted) {

    static QueueRow of(EmployerView employer) {
        return new QueueRow(
                employer.name(),
                "/admin/employers/" + employer.id(),
                employer.domain(),
                employer.cage() != null ? "CAGE " + employer.cage() : "UEI " + employer.uei(),
                Moments.told(employer.submittedAt()));
    }
}
