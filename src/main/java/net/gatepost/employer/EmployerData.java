package net.gatepost.employer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.gatepost.account.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** For which employers a person recruits. The employers are not theirs and stay. */
@Component
@Order(70)
class EmployerData implements PersonalData {

    private final RecruiterRepository recruiters;

    EmployerData(RecruiterRepository recruiters) {
        this.recruiters = recruiters;
    }

    /** An employer that somebody acts for. */
    record ActsFor(
            UUID employerId, String employer, String domain, EmployerStatus status, boolean owner, Instant since) {}

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        List<ActsFor> actsFor = recruiters.findActedForBy(accountId);
        archive.json("employers", actsFor);
    }

    @Override
    public void erase(UUID accountId) {
        recruiters.deleteOf(accountId);
    }
}
