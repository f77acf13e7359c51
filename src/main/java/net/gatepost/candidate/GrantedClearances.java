package net.gatepost.candidate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.clearance.Clearance;
import net.gatepost.employer.Employers;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What members hold who let an employer in, for a verdict beside each name of a list. The clearances themselves are not to
 * be shown from here: that is a look, which {@link Looks} writes in the ledger.
 */
@Service
public class GrantedClearances {

    private final ClearanceRowRepository rows;
    private final Employers employers;

    GrantedClearances(ClearanceRowRepository rows, Employers employers) {
        this.rows = rows;
        this.employers = employers;
    }

    /**
     * By member; who holds nothing, or hasn't let the employer in, is absent. One statement.
     *
     * @throws NotFound unless the recruiter acts for the employer and it is verified
     */
    @Transactional(readOnly = true)
    public Map<UUID, List<Clearance>> of(Viewer recruiter, UUID employerId, Collection<UUID> members) {
        if (!employers.requireActingFor(recruiter, employerId).isVerified()) {
            throw new NotFound();
        }
        return members.isEmpty()
                ? Map.of()
                : rows.grantedTo(employerId, members).stream()
                        .collect(groupingBy(
                                ClearanceRowRepository.Held::accountId,
                                mapping(held -> held.row().content(), toList())));
    }
}
