package net.gatepost.candidate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.web.Moments;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who looked at a member, as that member reads it. Only {@link Looks} writes in it. */
@Service
public class Ledger {

    public static final int PAGE_SIZE = 25;

    private final LookRepository looks;
    private final Employers employers;

    Ledger(LookRepository looks, Employers employers) {
        this.looks = looks;
        this.employers = employers;
    }

    /**
     * One line.
     *
     * @param employerId to block it; null where it is gone
     * @param seenKey of the words for what was seen
     */
    public record Line(
            String recruiter,
            @Nullable UUID employerId,
            @Nullable String employer,
            String seenKey,
            Instant lookedAt) {

        public String when() {
            return Moments.told(lookedAt);
        }

        @Override
        public String toString() {
            return "Line[withheld]";
        }
    }

    /**
     * All of it, the newest first.
     *
     * @param page counts from 1
     */
    @Transactional(readOnly = true)
    public Page<Line> page(Viewer viewer, int page) {
        var found = looks.findByAccountIdOrderByLookedAtDescIdDesc(viewer.id(), PageRequest.of(page - 1, PAGE_SIZE));
        var names = employers.byIds(found.map(Look::employerId).toSet());
        return found.map(look -> line(look, names.get(look.employerId())));
    }

    @Transactional(readOnly = true)
    public List<Line> latest(Viewer viewer, int most) {
        var found = looks.findByAccountIdOrderByLookedAtDescIdDesc(viewer.id(), Limit.of(most));
        var names = employers.byIds(found.stream().map(Look::employerId).toList());
        return found.stream()
                .map(look -> line(look, names.get(look.employerId())))
                .toList();
    }

    @Transactional(readOnly = true)
    public long count(Viewer viewer) {
        return looks.countByAccountId(viewer.id());
    }

    private static Line line(Look look, @Nullable EmployerView employer) {
        return new Line(
                look.recruiterName(),
                employer == null ? null : employer.id(),
                employer == null ? null : employer.name(),
                look.seen().messageKey(),
                look.lookedAt());
    }
}
