package net.gatepost.apply.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.account.Accounts;
import net.gatepost.apply.Applicants;
import net.gatepost.apply.ApplicationRow;
import net.gatepost.apply.ApplicationView;
import net.gatepost.apply.Stage;
import net.gatepost.candidate.GrantedClearances;
import net.gatepost.candidate.Grants;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.job.ListingView;
import net.gatepost.web.Moments;
import net.gatepost.web.Viewer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the applicants of a listing into words: names, verdicts, what can be done with each. */
@Component
class ApplicantPages {

    private final Applicants applicants;
    private final Accounts accounts;
    private final Grants grants;
    private final GrantedClearances clearances;
    private final ClearanceCatalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    ApplicantPages(
            Applicants applicants,
            Accounts accounts,
            Grants grants,
            GrantedClearances clearances,
            ClearanceCatalogue catalogue,
            MessageSource messages,
            Clock clock) {
        this.applicants = applicants;
        this.accounts = accounts;
        this.grants = grants;
        this.clearances = clearances;
        this.catalogue = catalogue;
        this.messages = messages;
        this.clock = clock;
    }

    /** As many statements however many there are. */
    ApplicantsPage list(Viewer viewer, UUID listingId, StageFilter filter, int page) {
        var listing = applicants.listing(viewer, listingId);
        var counts = applicants.counts(viewer, listingId);
        var found = applicants.page(viewer, listingId, filter.stages(), page);
        var members = found.stream()
                .map(ApplicationRow::memberId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var letIn = grants.letIn(listing.employerId(), members);
        var names = names(letIn);
        var held = clearances.of(viewer, listing.employerId(), letIn);
        String path = "/hire/listings/" + listingId + "/applicants";
        long withdrawn = counts.getOrDefault(Stage.WITHDRAWN, 0L);
        var shown = new LinkedHashMap<>(counts);
        shown.put(Stage.WITHDRAWN, 0L);
        return new ApplicantsPage(
                listing.title(),
                listing.state(),
                "/hire/listings/" + listingId,
                found.stream().map(row -> row(row, path, listing, names, held)).toList(),
                filter.tabs(path, shown),
                withdrawn,
                path,
                filter.query(),
                page,
                Math.max(1, found.getTotalPages()));
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
                applicant.resume(),
                choices(application),
                application.stage().choices().contains(Stage.DECLINED),
                Timeline.of(application, names));
    }

    private ApplicantsPage.Row row(
            ApplicationRow row,
            String path,
            ListingView listing,
            Map<UUID, String> names,
            Map<UUID, List<Clearance>> held) {
        var member = row.memberId();
        String name = member == null ? null : names.get(member);
        return new ApplicantsPage.Row(
                name == null && member != null ? null : path + "/" + row.id(),
                name == null ? text("apply.nobody") : name,
                row.stage(),
                name == null || member == null ? null : verdict(listing, held.getOrDefault(member, List.of())),
                Moments.told(row.submittedAt()),
                Moments.told(row.movedAt()));
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

    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
