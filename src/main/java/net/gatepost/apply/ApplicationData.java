package net.gatepost.apply;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.gatepost.account.PersonalData;
import net.gatepost.candidate.Grants;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a person applied for, here and elsewhere. Erasure leaves the employer that there was an application and when it
 * moved, and nothing that leads to anybody.
 */
@Component
@Order(40)
class ApplicationData implements PersonalData {

    private final ApplicationRepository applications;
    private final StepRepository steps;
    private final DepartureRepository departures;
    private final Listings listings;
    private final Employers employers;
    private final Grants grants;
    private final TeamNotes notes;
    private final Clock clock;

    ApplicationData(
            ApplicationRepository applications,
            StepRepository steps,
            DepartureRepository departures,
            Listings listings,
            Employers employers,
            Grants grants,
            TeamNotes notes,
            Clock clock) {
        this.applications = applications;
        this.steps = steps;
        this.departures = departures;
        this.listings = listings;
        this.employers = employers;
        this.grants = grants;
        this.notes = notes;
        this.clock = clock;
    }

    record Moved(Stage stage, Side by, Instant at, @Nullable String words) {
        @Override
        public String toString() {
            return "Moved[withheld]";
        }
    }

    record Applied(
            String listing,
            String employer,
            Stage stage,
            @Nullable String note,
            List<Answer> answers,
            boolean resumeSent,
            List<Moved> steps) {
        @Override
        public String toString() {
            return "Applied[withheld]";
        }
    }

    record Elsewhere(
            String listing, Instant leftAt, @Nullable Instant saidToHaveAppliedAt) {
        @Override
        public String toString() {
            return "Elsewhere[withheld]";
        }
    }

    record Content(List<Applied> applications, List<Elsewhere> elsewhere, List<Written> notesForTheTeam) {}

    /** A note about somebody else's application: their name is not the writer's to take along. */
    record Written(Instant at, String words) {
        @Override
        public String toString() {
            return "Written[withheld]";
        }
    }

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        var now = clock.instant();
        var made = applications.findByAccountIdOrderBySubmittedAtDescIdDesc(accountId).stream()
                .map(each -> each.view(steps.findByApplicationIdOrderById(each.id()), now))
                .toList();
        var gone = departures.findByAccountIdOrderByLeftAtDescIdDesc(accountId).stream()
                .map(Departure::view)
                .toList();
        var titles = listings
                .publishedAmong(Stream.concat(
                                made.stream().map(ApplicationView::listingId),
                                gone.stream().map(Departures.Gone::listingId))
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(ListingView::id, ListingView::title));
        var names =
                employers.byIds(made.stream().map(ApplicationView::employerId).collect(Collectors.toSet()));
        archive.json(
                "applications",
                new Content(
                        made.stream().map(each -> applied(each, titles, names)).toList(),
                        gone.stream()
                                .map(each -> new Elsewhere(
                                        titles.getOrDefault(each.listingId(), ""), each.leftAt(), each.saidAt()))
                                .toList(),
                        notes.writtenBy(accountId).stream()
                                .map(each -> new Written(each.writtenAt(), each.words()))
                                .toList()));
    }

    @Override
    public void erase(UUID accountId) {
        var now = clock.instant();
        for (Application application : applications.findByAccountIdOrderBySubmittedAtDescIdDesc(accountId)) {
            if (application.stage().isOpen()) {
                steps.save(application.move(Stage.WITHDRAWN, Side.MEMBER, accountId, null, now));
            }
            application.forgetMember();
            grants.withdrawn(application.id());
            notes.forget(application.id());
            steps.forgetWordsOf(application.id());
        }
        notes.forgetBy(accountId);
        steps.forgetWhoMoved(accountId);
        departures.deleteOf(accountId);
    }

    private static Applied applied(ApplicationView view, Map<UUID, String> titles, Map<UUID, EmployerView> employers) {
        var employer = employers.get(view.employerId());
        return new Applied(
                titles.getOrDefault(view.listingId(), ""),
                employer == null ? "" : employer.name(),
                view.stage(),
                view.note(),
                view.answers(),
                view.resumeSent(),
                view.steps().stream()
                        .map(step -> new Moved(step.stage(), step.side(), step.at(), step.words()))
                        .toList());
    }
}
