package net.gatepost.apply.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.gatepost.account.Accounts;
import net.gatepost.apply.Applicants;
import net.gatepost.apply.ApplicantsCsv;
import net.gatepost.apply.ApplicationRow;
import net.gatepost.apply.ApplicationView;
import net.gatepost.apply.DeclineReason;
import net.gatepost.apply.Stage;
import net.gatepost.apply.TeamNotes;
import net.gatepost.candidate.GrantedClearances;
import net.gatepost.candidate.Grants;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.employer.Team;
import net.gatepost.job.ListingView;
import net.gatepost.job.web.ListingReaders;
import net.gatepost.web.Moments;
import net.gatepost.web.Viewer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the applicants of a listing into words: names, verdicts, what can be done with each. */
@Component
class ApplicantPages {

    private static final List<Stage> BOARD = Arrays.stream(Stage.values())
            .filter(stage -> stage != Stage.WITHDRAWN)
            .toList();

    private static final int EXPORTED_AT_ONCE = 500;

    private final Applicants applicants;
    private final Accounts accounts;
    private final Grants grants;
    private final GrantedClearances clearances;
    private final ClearanceCatalogue catalogue;
    private final ListingReaders readers;
    private final TeamNotes notes;
    private final Team team;
    private final MessageSource messages;
    private final Clock clock;

    ApplicantPages(
            Applicants applicants,
            Accounts accounts,
            Grants grants,
            GrantedClearances clearances,
            ClearanceCatalogue catalogue,
            ListingReaders readers,
            TeamNotes notes,
            Team team,
            MessageSource messages,
            Clock clock) {
        this.applicants = applicants;
        this.accounts = accounts;
        this.grants = grants;
        this.clearances = clearances;
        this.catalogue = catalogue;
        this.readers = readers;
        this.notes = notes;
        this.team = team;
        this.messages = messages;
        this.clock = clock;
    }

    /** As many statements however many there are. */
    ApplicantsPage list(Viewer viewer, UUID listingId, StageFilter filter, int page) {
        var found = applicants.page(viewer, listingId, filter.stages(), page);
        return page(viewer, listingId, filter, found.getContent(), List.of(), page, Math.max(1, found.getTotalPages()));
    }

    /** The stages side by side, of each the newest. */
    ApplicantsPage board(Viewer viewer, UUID listingId) {
        var stages = BOARD.stream()
                .map(stage ->
                        applicants.page(viewer, listingId, List.of(stage), 1).getContent())
                .toList();
        return page(viewer, listingId, StageFilter.of(null), List.of(), stages, 1, 1);
    }

    private ApplicantsPage page(
            Viewer viewer,
            UUID listingId,
            StageFilter filter,
            List<ApplicationRow> rows,
            List<List<ApplicationRow>> stages,
            int page,
            int pages) {
        var listing = applicants.listing(viewer, listingId);
        var counts = applicants.counts(viewer, listingId);
        var all = Stream.concat(rows.stream(), stages.stream().flatMap(List::stream))
                .toList();
        var known = known(viewer, listing, all);
        String path = "/hire/listings/" + listingId + "/applicants";
        long withdrawn = counts.getOrDefault(Stage.WITHDRAWN, 0L);
        var shown = new LinkedHashMap<>(counts);
        shown.put(Stage.WITHDRAWN, 0L);
        var columns = new ArrayList<ApplicantsPage.Column>();
        for (int at = 0; at < stages.size(); at++) {
            var stage = BOARD.get(at);
            columns.add(new ApplicantsPage.Column(
                    stage,
                    shown.getOrDefault(stage, 0L),
                    stages.get(at).stream().map(row -> row(row, path, known)).toList(),
                    path + "?stage=" + stage.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        return new ApplicantsPage(
                listing.title(),
                listing.state(),
                "/hire/listings/" + listingId,
                rows.stream().map(row -> row(row, path, known)).toList(),
                columns,
                filter.tabs(path, shown),
                withdrawn,
                path,
                filter.query(),
                page,
                pages);
    }

    /** What is known of those on a page, as many statements however many there are. */
    private Known known(Viewer viewer, ListingView listing, List<ApplicationRow> rows) {
        var members = rows.stream()
                .map(ApplicationRow::memberId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var letIn = grants.letIn(listing.employerId(), members);
        return new Known(
                listing,
                names(letIn),
                clearances.of(viewer, listing.employerId(), letIn),
                notes.means(rows.stream().map(ApplicationRow::id).toList()));
    }

    private record Known(
            ListingView listing,
            Map<UUID, String> names,
            Map<UUID, List<Clearance>> held,
            Map<UUID, TeamNotes.Mean> means) {}

    /** The lines of a spreadsheet: what the list shows, of all. */
    String csv(Viewer viewer, UUID listingId) {
        var listing = applicants.listing(viewer, listingId);
        var rows = applicants.export(viewer, listingId);
        var lines = new ArrayList<List<String>>();
        for (int from = 0; from < rows.size(); from += EXPORTED_AT_ONCE) {
            var some = rows.subList(from, Math.min(rows.size(), from + EXPORTED_AT_ONCE));
            var known = known(viewer, listing, some);
            some.forEach(each -> {
                var row = row(each, "", known);
                var verdict = row.verdict();
                lines.add(List.of(
                        row.name(),
                        text(row.stage().messageKey()),
                        verdict == null ? "" : verdict.text(),
                        row.rating() == null ? "" : row.rating(),
                        each.movedAt().toString(),
                        each.submittedAt().toString()));
            });
        }
        if (rows.size() == Applicants.MOST_EXPORTED) {
            lines.add(List.of(text("apply.csv.cut", Applicants.MOST_EXPORTED)));
        }
        return ApplicantsCsv.write(
                Stream.of("name", "stage", "clearance", "rating", "moved", "submitted")
                        .map(column -> text("apply.csv." + column))
                        .toList(),
                lines);
    }

    ApplicantPage one(Viewer viewer, Applicants.Applicant applicant) {
        var application = applicant.application();
        var listing = applicant.listing();
        var profile = applicant.profile();
        var member = application.memberId();
        var people = application.steps().stream()
                .map(ApplicationView.Moved::by)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var names = names(people);
        var held = member == null
                ? List.<Clearance>of()
                : clearances.of(viewer, listing.employerId(), List.of(member)).getOrDefault(member, List.of());
        return new ApplicantPage(
                application,
                profile == null || profile.name() == null ? text("apply.nobody") : profile.name(),
                listing.title(),
                "/hire/listings/" + listing.id() + "/applicants",
                StageFilter.kind(application.stage()),
                profile,
                profile == null ? null : verdict(listing, held),
                profile == null
                        ? null
                        : readers.holding(viewer, held)
                                .explain(listing.content().clearance()),
                profile == null ? new ApplicantPage.Team(List.of(), 0, null) : team(viewer, listing, application),
                reasons(),
                applicant.resume(),
                choices(application),
                application.stage().choices().contains(Stage.DECLINED),
                Timeline.of(application, names));
    }

    private ApplicantsPage.Row row(ApplicationRow row, String path, Known known) {
        var member = row.memberId();
        String name = member == null ? null : known.names().get(member);
        var mean = known.means().get(row.id());
        return new ApplicantsPage.Row(
                name == null && member != null ? null : path + "/" + row.id(),
                row.id() + ":" + row.version(),
                name == null ? text("apply.nobody") : name,
                row.stage(),
                name == null || member == null
                        ? null
                        : verdict(known.listing(), known.held().getOrDefault(member, List.of())),
                mean == null || name == null ? null : told(mean),
                Moments.told(row.submittedAt()),
                Moments.told(row.movedAt()));
    }

    private ApplicantPage.Team team(Viewer viewer, ListingView listing, ApplicationView application) {
        var team = this.team.names(listing.employerId());
        boolean owns = this.team.isOwner(viewer.id(), listing.employerId());
        var mean = notes.means(List.of(application.id())).get(application.id());
        return new ApplicantPage.Team(
                notes.of(viewer, listing.id(), application.id()).stream()
                        .map(note -> new ApplicantPage.Note(
                                note.id(),
                                team.getOrDefault(note.by(), text("apply.notes.somebody")),
                                Moments.told(note.writtenAt()),
                                note.words(),
                                owns || note.by().equals(viewer.id())))
                        .toList(),
                notes.ratedBy(viewer, application.id()).orElse(0),
                mean == null ? null : told(mean));
    }

    private Map<String, String> reasons() {
        var reasons = new LinkedHashMap<String, String>();
        for (var reason : DeclineReason.values()) {
            reasons.put(reason.name(), text(reason.messageKey()));
        }
        return reasons;
    }

    /** "4.5 of 5, by 2". */
    private String told(TeamNotes.Mean mean) {
        return messages.getMessage(
                "apply.rating.mean",
                new Object[] {String.format(Locale.ENGLISH, "%.1f", mean.stars()), mean.ratings()},
                Locale.ENGLISH);
    }

    private ApplicantsPage.Verdict verdict(ListingView listing, List<Clearance> held) {
        var verdict = catalogue
                .eligibility(held, listing.content().clearance(), LocalDate.now(clock))
                .verdict();
        String kind = switch (verdict) {
            case MEETS -> "meets";
            case COULD_MEET -> "could";
            case DOES_NOT_MEET -> "not";
        };
        return new ApplicantsPage.Verdict(kind, text("apply.verdict." + verdict.name()));
    }

    private Map<String, String> choices(ApplicationView application) {
        var choices = new LinkedHashMap<String, String>();
        for (var stage : new ArrayList<>(application.stage().choices())) {
            if (stage != Stage.DECLINED) {
                choices.put(stage.name(), text(stage.messageKey()));
            }
        }
        return choices;
    }

    private Map<UUID, String> names(Collection<UUID> accountIds) {
        return accounts.contacts(accountIds).values().stream()
                .collect(Collectors.toMap(Accounts.Contact::accountId, Accounts.Contact::name));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
