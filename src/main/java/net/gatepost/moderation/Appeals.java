package net.gatepost.moderation;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was decided against an employer, for those who recruit for it; against each they may appeal once. */
@Service
@Transactional
public class Appeals {

    public static final int LONGEST_WORDS = 2000;
    public static final int PAGE_SIZE = 25;

    private static final List<Measure> AGAINST =
            Arrays.stream(Measure.values()).filter(Measure::isAgainstEmployer).toList();

    private final ModerationCaseRepository cases;
    private final Employers employers;
    private final Audit audit;
    private final Clock clock;

    Appeals(ModerationCaseRepository cases, Employers employers, Audit audit, Clock clock) {
        this.cases = cases;
        this.employers = employers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Against all the employers that the viewer recruits for, the newest first.
     *
     * @param page counts from 1
     */
    @Transactional(readOnly = true)
    public Page<CaseView> of(Viewer viewer, int page) {
        var ids = employers.actingFor(viewer).stream().map(EmployerView::id).toList();
        return cases.against(ids, AGAINST, PageRequest.of(page - 1, PAGE_SIZE)).map(ModerationCase::view);
    }

    /** @throws NotFound unless it is against an employer that the viewer recruits for */
    @Transactional(readOnly = true)
    public CaseView one(Viewer viewer, UUID id) {
        var one = cases.findById(id).map(ModerationCase::view).orElseThrow(NotFound::new);
        employers.requireActingFor(viewer, one.subject().employerId());
        var measure = one.measure();
        if (measure == null || !measure.isAgainstEmployer()) {
            throw new NotFound();
        }
        return one;
    }

    /**
     * Says why a decision is wrong. The same words again do nothing.
     *
     * @throws ModerationRefused when somebody has appealed in other words
     */
    public void appeal(Viewer viewer, UUID id, String words) {
        one(viewer, id);
        var open = cases.lock(id).orElseThrow(NotFound::new);
        if (!open.mayBeAppealed()) {
            if (words.equals(open.view().appeal())) {
                return;
            }
            throw new ModerationRefused("moderation.refused.appealed");
        }
        open.appeal(words, clock.instant());
        audit.record(viewer.id(), "case.appealed", "moderation-case", id, "");
    }
}
