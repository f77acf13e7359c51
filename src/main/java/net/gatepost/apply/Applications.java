package net.gatepost.apply;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import net.gatepost.candidate.Grants;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member's own applications. */
@Service
@Transactional
public class Applications {

    public static final int PAGE_SIZE = 20;

    private final ApplicationRepository applications;
    private final StepRepository steps;
    private final Grants grants;
    private final TeamNotes notes;
    private final ApplicationNotices notices;
    private final Clock clock;

    Applications(
            ApplicationRepository applications,
            StepRepository steps,
            Grants grants,
            TeamNotes notes,
            ApplicationNotices notices,
            Clock clock) {
        this.applications = applications;
        this.steps = steps;
        this.grants = grants;
        this.notes = notes;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Those in these stages, the newest first.
     *
     * @param page counts from 1
     */
    @Transactional(readOnly = true)
    public Page<ApplicationRow> page(Viewer viewer, Collection<Stage> stages, int page) {
        return applications.pageOfMember(viewer.id(), stages, PageRequest.of(page - 1, PAGE_SIZE));
    }

    /** How many are in each stage; 0 for those where there is none. */
    @Transactional(readOnly = true)
    public Map<Stage, Long> counts(Viewer viewer) {
        return Applicants.byStage(applications.stagesOfMember(viewer.id()));
    }

    /** How many are under way, by stage in order; a stage without any is absent. For the desk. */
    @Transactional(readOnly = true)
    public Map<Stage, Long> underWay(Viewer viewer) {
        var open = new EnumMap<Stage, Long>(Stage.class);
        counts(viewer).forEach((stage, count) -> {
            if (stage.isOpen() && count > 0) {
                open.put(stage, count);
            }
        });
        return open;
    }

    /** @throws NotFound unless it is the viewer's */
    @Transactional(readOnly = true)
    public ApplicationView one(Viewer viewer, UUID id) {
        var application = applications.findByIdAndAccountId(id, viewer.id()).orElseThrow(NotFound::new);
        return application.view(steps.findByApplicationIdOrderById(id), clock.instant());
    }

    /**
     * Ends it for good: from the same moment the employer sees nothing of it any more. Does nothing to one that is withdrawn.
     *
     * @throws NotFound unless it is the viewer's
     */
    public void withdraw(Viewer viewer, UUID id) {
        var application = applications
                .lockById(id)
                .filter(each -> viewer.id().equals(each.accountId()))
                .orElseThrow(NotFound::new);
        if (application.stage() == Stage.WITHDRAWN) {
            return;
        }
        var step = steps.save(application.move(Stage.WITHDRAWN, Side.MEMBER, viewer.id(), null, clock.instant()));
        grants.withdrawn(id);
        notes.forget(id);
        notices.tellRecruiters(application, step);
    }
}
