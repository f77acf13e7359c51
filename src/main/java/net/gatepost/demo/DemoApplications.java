package net.gatepost.demo;

import static java.util.Comparator.comparing;

import java.util.List;
import net.gatepost.apply.Answer;
import net.gatepost.apply.Applicants;
import net.gatepost.apply.ApplicationDraft;
import net.gatepost.apply.Applications;
import net.gatepost.apply.Applying;
import net.gatepost.apply.Stage;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.HiringList;
import net.gatepost.job.HiringRow;
import net.gatepost.job.ListingDraft;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A few applications to Riley's employer in different stages: all of them in one transaction, or none. */
@Component
@OnlyInDemo
class DemoApplications {

    private static final List<String> QUESTIONS = List.of("When could you start?", "How much travel is fine with you?");

    private final DemoDesks desks;
    private final HiringList hiring;
    private final Listings listings;
    private final Applying applying;
    private final Applications applications;
    private final Applicants applicants;
    private final TransactionTemplate transaction;

    DemoApplications(
            DemoDesks desks,
            HiringList hiring,
            Listings listings,
            Applying applying,
            Applications applications,
            Applicants applicants,
            TransactionTemplate transaction) {
        this.desks = desks;
        this.hiring = hiring;
        this.listings = listings;
        this.applying = applying;
        this.applications = applications;
        this.applicants = applicants;
        this.transaction = transaction;
    }

    void bringIn() {
        transaction.executeWithoutResult(status -> {
            if (applications.counts(person("casey")).values().stream().allMatch(count -> count == 0)) {
                applyAll();
            }
        });
    }

    private void applyAll() {
        var riley = desks.desk(desks.verified().get(0)).viewer();
        var open = hiring.page(riley, HiringList.Narrowed.TO_NOTHING, ListingState.LIVE, 1).stream()
                .sorted(comparing(HiringRow::id))
                .map(row -> listings.hiring(riley, row.id()))
                .filter(listing -> listing.content().applyBy() == ApplyBy.GATEPOST)
                .limit(3)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        var asking = ask(riley, open.get(0));
        apply("casey", riley, asking, Stage.INTERVIEW, null);
        apply("sasha", riley, asking, Stage.IN_REVIEW, null);
        apply("quinn", riley, asking, Stage.SUBMITTED, null);
        if (open.size() > 1) {
            apply("casey", riley, open.get(1), Stage.SUBMITTED, null);
        }
        if (open.size() > 2) {
            apply(
                    "casey",
                    riley,
                    open.get(2),
                    Stage.DECLINED,
                    "Thank you. We have filled this one from the team; the other opening fits you better.");
        }
    }

    private ListingView ask(Viewer riley, ListingView listing) {
        var said = listing.content();
        var asking = new ListingDraft(
                said.title(),
                said.description(),
                said.place(),
                said.workplace(),
                said.employmentType(),
                said.clearanceStated(),
                said.clearance(),
                said.citizensOnly(),
                said.citizensOnlyBasis(),
                said.payMin(),
                said.payMax(),
                said.payCurrency(),
                said.payPeriod(),
                said.openings(),
                said.contingent(),
                said.applyBy(),
                said.applyTo(),
                QUESTIONS,
                said.ends());
        listings.revise(riley, listing.id(), listing.version(), asking);
        return listings.hiring(riley, listing.id());
    }

    private void apply(String who, Viewer riley, ListingView listing, Stage stage, @Nullable String words) {
        var answers = listing.content().questions().stream()
                .map(question ->
                        new Answer(question, question.startsWith("When") ? "In six weeks." : "A week a month."))
                .toList();
        var draft = new ApplicationDraft(
                "I have done this kind of work before and would like to do it with you.", answers, false, false);
        var id = applying.apply(person(who), listing.id(), draft);
        if (stage != Stage.SUBMITTED) {
            var seen = applicants.look(riley, listing.id(), id).application();
            applicants.move(riley, listing.id(), id, seen.version(), stage, words);
        }
    }

    private Viewer person(String mailbox) {
        return desks.viewer(new EmailAddress(mailbox + "@demo.example"), Role.MEMBER);
    }
}
