package net.gatepost.candidate.saved;

import java.time.Instant;
import java.util.UUID;
import net.gatepost.account.PersonalData;
import net.gatepost.employer.Employers;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a recruiter looks for. */
@Component
@Order(55)
class RecruiterSearchData implements PersonalData {

    private final RecruiterSearchRepository searches;
    private final Employers employers;

    RecruiterSearchData(RecruiterSearchRepository searches, Employers employers) {
        this.searches = searches;
        this.employers = employers;
    }

    record Kept(String name, String employer, String page, AlertOften alerts, Instant savedAt) {
        @Override
        public String toString() {
            return "Kept[withheld]";
        }
    }

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        archive.json(
                "candidate-searches",
                searches.findByAccountIdOrderByPlace(accountId).stream()
                        .map(search -> new Kept(
                                search.name(),
                                employers
                                        .byId(search.employerId())
                                        .map(employer -> employer.name())
                                        .orElse(""),
                                "/hire/candidates?" + search.address(),
                                search.often(),
                                search.createdAt()))
                        .toList());
    }

    @Override
    public void erase(UUID accountId) {
        searches.deleteOf(accountId);
    }
}
