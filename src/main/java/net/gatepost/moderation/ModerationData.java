package net.gatepost.moderation;

import java.util.UUID;
import net.gatepost.account.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** What a person has reported. That something was reported stays with the case; by whom and in what words does not. */
@Component
@Order(35)
class ModerationData implements PersonalData {

    private final ReportRepository reports;
    private final ModerationCaseRepository cases;

    ModerationData(ReportRepository reports, ModerationCaseRepository cases) {
        this.reports = reports;
        this.cases = cases;
    }

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        archive.json("reports", reports.madeBy(accountId, Pageable.unpaged()).getContent());
    }

    @Override
    public void erase(UUID accountId) {
        reports.forget(accountId);
        cases.forgetDecider(accountId);
    }
}
