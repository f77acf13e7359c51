package net.gatepost.employer.web;

import java.util.List;
import net.gatepost.employer.EmployerEvidence;
import net.gatepost.employer.EmployerStatus;
import net.gatepost.employer.EmployerView;
import net.gatepost.web.Markdown;
import net.gatepost.web.Moments;
import org.jspecify.annotations.Nullable;

/** One employer as an administrator sees it to decide. */
record ReviewPage(
        EmployerView employer,
        String description,
        String submitted,
        List<Recruiter> recruiters,
        List<String> atDomain,
        List<Namesake> looksLike,
        EmployerEvidence.Approvals approvals,
        List<Namesake> sameName,
        List<Act> history) {

    record Recruiter(String name, String email, boolean atDomain, boolean owner, String since) {}

    record Namesake(String name, String href, String domain, String statusKey) {}

    record Act(String at, @Nullable String actor, String actionKey, String detail) {}

    static ReviewPage of(EmployerEvidence evidence) {
        var employer = evidence.employer();
        return new ReviewPage(
                employer,
                Markdown.toHtml(employer.description()),
                Moments.told(employer.submittedAt()),
                evidence.recruiters().stream()
                        .map(person -> new Recruiter(
                                person.name(),
                                person.email(),
                                person.atDomain(),
                                person.owner(),
                                Moments.told(person.since())))
                        .toList(),
                evidence.atDomain(),
                namesakes(evidence.looksLike()),
                evidence.approvals(),
                namesakes(evidence.sameName()),
                evidence.history().stream()
                        .map(act -> new Act(
                                Moments.told(act.at()), act.actor(), "employer.act." + act.action(), act.detail()))
                        .toList());
    }

    private static List<Namesake> namesakes(List<EmployerView> others) {
        return others.stream()
                .map(other -> new Namesake(
                        other.name(),
                        "/admin/employers/" + other.id(),
                        other.domain(),
                        "employer.status." + VerificationController.nameOf(other.status())))
                .toList();
    }

    /** Whether anything keeps it from being accepted that accepting can't mend. */
    public boolean waitsForMail() {
        return atDomain.isEmpty() && employer.status() != EmployerStatus.SUSPENDED;
    }

    public boolean canBeAsked() {
        return employer.status().canBecome(EmployerStatus.ASKED);
    }

    long version() {
        return employer.version();
    }

    public boolean canBeVerified() {
        return employer.status().canBecome(EmployerStatus.VERIFIED);
    }

    public boolean canBeDeclined() {
        return employer.status().canBecome(EmployerStatus.DECLINED);
    }

    public boolean canBeSuspended() {
        return employer.status().canBecome(EmployerStatus.SUSPENDED);
    }
}
