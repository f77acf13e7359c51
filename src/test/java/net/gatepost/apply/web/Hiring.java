package net.gatepost.apply.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.apply.Answer;
import net.gatepost.apply.ApplicationDraft;
import net.gatepost.apply.Applying;
import net.gatepost.employer.Companies;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.ListingDrafts;
import net.gatepost.job.Listings;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;

/** An employer with a recruiter and live listings, for tests of applying. */
public class Hiring {

    private final Listings listings;
    private final Applying applying;
    private final Clock clock;

    public final Person recruiter;
    public final UUID employer;

    public Hiring(People people, Companies companies, Listings listings, Applying applying, Clock clock) {
        this.listings = listings;
        this.applying = applying;
        this.clock = clock;
        this.recruiter = people.member();
        this.employer = companies.verified(recruiter);
    }

    public UUID listing(String... questions) {
        return publish(drafts().asking(questions));
    }

    public UUID listingElsewhere(ApplyBy way, String to) {
        return publish(drafts().applyingBy(way, to));
    }

    public ListingDrafts drafts() {
        return ListingDrafts.ending(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(20));
    }

    public UUID publish(ListingDrafts drafts) {
        UUID id = listings.draft(viewer(recruiter), employer, UUID.randomUUID(), drafts.draft());
        listings.publish(viewer(recruiter), id, 0);
        return id;
    }

    /** Applies with a note and without anything else. */
    public UUID applied(Person member, UUID listing) {
        return applying.apply(viewer(member), listing, draft("A note of the applicant"));
    }

    public static ApplicationDraft draft(String note, Answer... answers) {
        return new ApplicationDraft(note, List.of(answers), false, false);
    }

    public static Viewer viewer(Person person) {
        return new Viewer(person.id(), "Robin Test", Set.of(Role.MEMBER));
    }
}
