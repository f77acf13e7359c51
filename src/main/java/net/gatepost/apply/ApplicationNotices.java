package net.gatepost.apply;

import static java.util.Objects.requireNonNullElse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.notification.Notice;
import net.gatepost.notification.NoticeKind;
import net.gatepost.notification.Notifications;
import org.springframework.stereotype.Component;

/** Tells each side what the other did, in the transaction in which it did. No notice names the applicant: it goes by mail. */
@Component
class ApplicationNotices {

    private final Notifications notifications;
    private final Listings listings;
    private final Employers employers;

    ApplicationNotices(Notifications notifications, Listings listings, Employers employers) {
        this.notifications = notifications;
        this.listings = listings;
        this.employers = employers;
    }

    /** The employer's step, to the member. */
    void tellMember(Application application, Step step) {
        var member = application.accountId();
        if (member == null) {
            return;
        }
        String employer =
                employers.byId(application.employerId()).map(EmployerView::name).orElse("");
        String key = step.isTakenBack() ? "apply.notice.taken-back" : "apply.notice." + step.stage();
        notifications.tell(
                member,
                new Notice(
                        NoticeKind.APPLICATION,
                        key,
                        List.of(titleOf(application.listingId()), employer),
                        "/me/applications/" + application.id(),
                        "application/" + step.id()));
    }

    /** The member's step, to everybody who recruits for the employer. */
    void tellRecruiters(Application application, Step step) {
        String applicants = "/hire/listings/" + application.listingId() + "/applicants";
        var notice = new Notice(
                NoticeKind.APPLICANT,
                "apply.notice." + step.stage(),
                List.of(titleOf(application.listingId())),
                step.stage() == Stage.WITHDRAWN ? applicants : applicants + "/" + application.id(),
                "application/" + step.id());
        var all = new HashMap<UUID, Notice>();
        employers.recruitersOf(application.employerId()).forEach(recruiter -> all.put(recruiter, notice));
        notifications.tell(all);
    }

    /** That a listing is over, to some of those who wait for an answer. */
    void tellOfEnd(UUID listingId, List<ApplicationRepository.Untold> applications) {
        var all = new HashMap<UUID, Notice>();
        String title = titleOf(listingId);
        applications.forEach(each -> all.put(
                each.accountId(),
                new Notice(
                        NoticeKind.APPLICATION,
                        "apply.notice.listing-over",
                        List.of(title),
                        "/me/applications/" + each.id(),
                        "listing-over/" + listingId)));
        notifications.tell(Map.copyOf(all));
    }

    private String titleOf(UUID listingId) {
        return requireNonNullElse(
                listings.published(listingId).map(ListingView::title).orElse(null), "");
    }
}
