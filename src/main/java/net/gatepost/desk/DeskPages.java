package net.gatepost.desk;

import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.gatepost.account.Accounts;
import net.gatepost.account.Desk;
import net.gatepost.alert.SavedSearches;
import net.gatepost.apply.Applications;
import net.gatepost.candidate.CandidateProfile;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Ledger;
import net.gatepost.candidate.resume.Resumes;
import net.gatepost.employer.Employers;
import net.gatepost.notification.Inbox;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a desk together: one method for each section, each asking one module, a few rows at most. */
@Component
class DeskPages {

    private static final int MOST_NEWS = 6;
    private static final int MOST_STEPS = 4;
    private static final int MOST_SEARCHES = 4;
    private static final int MOST_LOOKS = 3;
    private static final int MOST_EMPLOYERS = 5;

    private final Inbox inbox;
    private final Candidates candidates;
    private final Resumes resumes;
    private final Ledger ledger;
    private final Employers employers;
    private final Accounts accounts;
    private final Applications applications;
    private final SavedSearches searches;
    private final MessageSource messages;

    DeskPages(
            Inbox inbox,
            Candidates candidates,
            Resumes resumes,
            Ledger ledger,
            Employers employers,
            Accounts accounts,
            Applications applications,
            SavedSearches searches,
            MessageSource messages) {
        this.inbox = inbox;
        this.candidates = candidates;
        this.resumes = resumes;
        this.ledger = ledger;
        this.employers = employers;
        this.accounts = accounts;
        this.applications = applications;
        this.searches = searches;
        this.messages = messages;
    }

    DeskPage page(Viewer viewer) {
        boolean hires = viewer.isRecruiter() || accounts.firstDeskOf(viewer.getName()) == Desk.HIRING;
        return new DeskPage(
                inbox.look(viewer, MOST_NEWS),
                profile(viewer, hires),
                applications(viewer, hires),
                alerts(viewer, hires),
                views(viewer, hires),
                hires ? hiring(viewer) : null);
    }

    private DeskPage.@Nullable Profile profile(Viewer viewer, boolean hires) {
        var profile = candidates.profileOf(viewer);
        boolean empty = profile.equals(CandidateProfile.EMPTY);
        if (hires && empty) {
            return null;
        }
        var missing = new ArrayList<>(
                profile.missing().stream().map(DeskPage.Step::of).toList());
        if (!empty && !resumes.isOnFile(viewer.id())) {
            missing.add(Math.min(1, missing.size()), DeskPage.Step.RESUME);
        }
        var next = missing.stream().limit(MOST_STEPS).toList();
        return new DeskPage.Profile(profile.visibility(), empty, next, missing.size() - next.size());
    }

    private DeskPage.@Nullable Applications applications(Viewer viewer, boolean hires) {
        var underWay = applications.underWay(viewer);
        if (hires && underWay.isEmpty()) {
            return null;
        }
        return new DeskPage.Applications(
                underWay.entrySet().stream()
                        .map(each -> new DeskPage.Applications.Stage(
                                messages.getMessage(each.getKey().messageKey(), null, Locale.ENGLISH), each.getValue()))
                        .toList(),
                "/me/applications");
    }

    private DeskPage.@Nullable Alerts alerts(Viewer viewer, boolean hires) {
        var first = searches.first(viewer, MOST_SEARCHES);
        if (hires && first.isEmpty()) {
            return null;
        }
        long count = first.size() < MOST_SEARCHES ? first.size() : searches.count(viewer);
        var shown = first.stream()
                .map(search -> new DeskPage.Alerts.Alert(
                        search.name(),
                        "/me/searches/" + search.id() + "/jobs",
                        messages.getMessage(search.messageKey(), null, Locale.US)))
                .toList();
        return new DeskPage.Alerts(shown, count, "/me/searches");
    }

    private DeskPage.@Nullable Views views(Viewer viewer, boolean hires) {
        var latest = ledger.latest(viewer, MOST_LOOKS);
        if (hires && latest.isEmpty()) {
            return null;
        }
        long count = latest.size() < MOST_LOOKS ? latest.size() : ledger.count(viewer);
        return new DeskPage.Views(
                latest.stream()
                        .map(line -> new DeskPage.Views.View(
                                Stream.of(line.recruiter(), line.employer() == null ? "" : line.employer())
                                        .filter(part -> !part.isEmpty())
                                        .collect(Collectors.joining(", ")),
                                line.when()))
                        .toList(),
                count,
                "/me/views");
    }

    private DeskPage.Hiring hiring(Viewer viewer) {
        var all = employers.actingFor(viewer);
        var shown = all.stream().limit(MOST_EMPLOYERS).toList();
        return new DeskPage.Hiring(shown, all.size() - shown.size());
    }
}
