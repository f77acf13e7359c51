package net.gatepost.access;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.alert.Often;
import net.gatepost.alert.SavedSearches;
import net.gatepost.apply.ApplicationDraft;
import net.gatepost.apply.Applying;
import net.gatepost.apply.Departures;
import net.gatepost.briefing.BriefingDraft;
import net.gatepost.briefing.BriefingView;
import net.gatepost.briefing.Newsroom;
import net.gatepost.briefing.Source;
import net.gatepost.candidate.Branch;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Certification;
import net.gatepost.candidate.Education;
import net.gatepost.candidate.MilitaryService;
import net.gatepost.candidate.Section;
import net.gatepost.candidate.Visibility;
import net.gatepost.candidate.Work;
import net.gatepost.candidate.resume.OnFile;
import net.gatepost.candidate.resume.Resumes;
import net.gatepost.clearance.Clearance;
import net.gatepost.employer.Companies;
import net.gatepost.employer.Employers;
import net.gatepost.employer.Team;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.ListingDrafts;
import net.gatepost.job.Listings;
import net.gatepost.job.web.KeptSearches;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mailinglist.SubscriberDesk;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of the matrix and what they own; ids in a route's address are filled with things made for that request. */
class Things {

    private final People people;
    private final Companies companies;
    private final Employers employers;
    private final Team team;
    private final Listings listings;
    private final Applying applying;
    private final Departures departures;
    private final Resumes resumes;
    private final Candidates candidates;
    private final SubscriberDesk subscribers;
    private final SavedSearches searches;
    private final KeptSearches addresses;
    private final Newsroom newsroom;
    private final JdbcClient database;
    private final Clock clock;

    private final Map<Who, Person> persons = new EnumMap<>(Who.class);
    private final UUID employer;
    private final UUID rivals;

    Things(
            People people,
            Companies companies,
            Employers employers,
            Team team,
            Listings listings,
            Applying applying,
            Departures departures,
            Resumes resumes,
            Candidates candidates,
            SubscriberDesk subscribers,
            SavedSearches searches,
            KeptSearches addresses,
            Newsroom newsroom,
            JdbcClient database,
            Clock clock) {
        this.people = people;
        this.companies = companies;
        this.employers = employers;
        this.team = team;
        this.listings = listings;
        this.applying = applying;
        this.departures = departures;
        this.resumes = resumes;
        this.candidates = candidates;
        this.subscribers = subscribers;
        this.searches = searches;
        this.addresses = addresses;
        this.newsroom = newsroom;
        this.database = database;
        this.clock = clock;
        for (Who who : Set.of(Who.MEMBER, Who.OTHER_MEMBER, Who.RECRUITER, Who.RIVAL, Who.UNVERIFIED)) {
            persons.put(who, people.member());
        }
        persons.put(Who.EDITOR, people.editor());
        persons.put(Who.ADMINISTRATOR, people.administrator());
        this.employer = companies.verified(owner(Who.RECRUITER));
        this.rivals = companies.verified(owner(Who.RIVAL));
        companies.pending(owner(Who.UNVERIFIED));
    }

    /** Null for the one who is not signed in. */
    @Nullable
    Person person(Who who) {
        return persons.get(who);
    }

    /** The one that the recruiter acts for; candidates are looked for by each recruiter for their own. */
    UUID employer(Who who, String pattern) {
        return who == Who.RIVAL && pattern.startsWith("/hire/candidates") ? rivals : employer;
    }

    /** The address of the route with things that exist: the member's, the recruiter's, or one to be decided on. */
    String fill(String pattern) {
        String path = pattern.replace("{token}", "wrong-token")
                .replace("{name}", pattern.contains("/digests/") ? "JOBS_WEEKLY" : "none.eml")
                .replace("{number}", "1")
                // One that is gone already is removed.
                .replace("{note}", UUID.randomUUID().toString())
                .replace("{topic}", "cyber")
                .replace("{feed}", pattern.contains("{feed}") ? feed().toString() : "")
                .replace("{slug}", slug(pattern));
        if (path.contains("{handle}")) {
            path = path.replace("{handle}", handle().toString());
        }
        if (path.contains("/source/")) {
            importRun();
        }
        path = path.replace("{employer}", employer.toString());
        if (path.contains("{invitation}")) {
            path = path.replace("{invitation}", invitation(pattern).toString());
        }
        if (path.contains("{recruiter}")) {
            path = path.replace("{recruiter}", colleague().toString());
        }
        UUID id = path.contains("{id}") ? id(pattern) : null;
        if (id == null) {
            return path;
        }
        path = path.replace("{id}", id.toString());
        return path.contains("{applicationId}")
                ? path.replace("{applicationId}", apply(id).toString())
                : path;
    }

    private UUID id(String pattern) {
        if (pattern.startsWith("/me/privacy/requests/")) {
            return request();
        }
        if (pattern.startsWith("/hire/listings/{id}/applicants") || pattern.endsWith("/figures")) {
            return live(ApplyBy.GATEPOST);
        }
        if (pattern.startsWith("/me/applications/elsewhere/")) {
            return departure();
        }
        if (pattern.startsWith("/me/applications/")) {
            return apply(live(ApplyBy.GATEPOST));
        }
        if (pattern.endsWith("/apply/declaration")) {
            return live(ApplyBy.URL);
        }
        if (pattern.startsWith("/hire/listings/")) {
            return listing();
        }
        if (pattern.startsWith("/admin/people/")) {
            return people.member().id();
        }
        if (pattern.startsWith("/admin/failures/mails/")) {
            return UUID.randomUUID(); // one that is sent meanwhile needs nothing
        }
        if (pattern.startsWith("/hire/import/runs/")) {
            return importRun();
        }
        if (pattern.startsWith("/hire/decisions/") || pattern.startsWith("/admin/reports/")) {
            return decision();
        }
        if (pattern.startsWith("/hire/employer/")) {
            return employer;
        }
        if (pattern.startsWith("/api/listings/")) {
            return listing();
        }
        if (pattern.startsWith("/hire/tokens/")) {
            return token();
        }
        if (pattern.startsWith("/api/jobs/") || pattern.startsWith("/jobs/") || pattern.startsWith("/me/saved/")) {
            return live(ApplyBy.GATEPOST);
        }
        if (pattern.startsWith("/hire/candidates/searches/")) {
            return candidateSearch();
        }
        if (pattern.startsWith("/me/searches/")) {
            return savedSearch();
        }
        if (pattern.startsWith("/admin/briefings/")) {
            return briefing(pattern.endsWith("/withdrawal")).id();
        }
        if (pattern.startsWith("/admin/employers/")) {
            return companies.pending(people.member());
        }
        if (pattern.startsWith("/admin/mailing-list/issues/") || pattern.startsWith("/mailing-list/archive/")) {
            return issue();
        }
        if (pattern.startsWith("/admin/mailing-list/import/")) {
            return listImport();
        }
        if (pattern.startsWith("/admin/mailing-list/")) {
            return subscriber();
        }
        return Section.ALL.stream()
                .filter(section -> pattern.startsWith(section.path() + "/"))
                .findFirst()
                .map(this::row)
                .orElseThrow(() -> new AssertionError("Say in Things what {id} stands for in " + pattern));
    }

    private UUID listing() {
        return listing(ApplyBy.GATEPOST);
    }

    private UUID listing(ApplyBy way) {
        var draft = ListingDrafts.ending(
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(20))
                .applyingBy(way, way == ApplyBy.URL ? "https://careers.company.example/1" : null)
                .draft();
        return listings.draft(viewer(Who.RECRUITER, Role.RECRUITER), employer, UUID.randomUUID(), draft);
    }

    private UUID importRun() {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into import_run (id, version, employer_id, name, full_feed, state, began_at)
                        values (?, 0, ?, 'matrix.csv', false, 'DONE', current_timestamp)""").params(id, employer).update();
        database.sql("delete from import_source where employer_id = ?")
                .param(employer)
                .update();
        database.sql("""
                        insert into import_source (id, version, employer_id, address, full_feed, every_hours, paused, next_at)
                        values (?, 0, ?, 'https://feed.example/', false, 24, true, current_timestamp)""").params(UUID.randomUUID(), employer).update();
        return id;
    }

    /** Against the recruiter's employer. */
    private UUID decision() {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into moderation_case (id, version, kind, subject_id, employer_id, opened_at, measure, decided_at,
                                                     reason)
                        values (?, 0, 'EMPLOYER', ?, ?, current_timestamp, 'SUSPENDED', current_timestamp, 'For the matrix')""").params(id, employer, employer).update();
        return id;
    }

    private UUID token() {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into api_token (id, version, employer_id, account_id, submission_id, name, hash, reads, writes,
                                               made_at)
                        values (?, 0, ?, ?, ?, 'For the matrix', ?, true, true, current_timestamp)""")
                .params(id, employer, owner(Who.RECRUITER).id(), UUID.randomUUID(), id.toString())
                .update();
        return id;
    }

    private UUID live(ApplyBy way) {
        UUID live = listing(way);
        listings.publish(viewer(Who.RECRUITER, Role.RECRUITER), live, 0);
        return live;
    }

    private UUID apply(UUID listing) {
        var member = viewer(Who.MEMBER, Role.MEMBER);
        OnFile.put(resumes, member);
        return applying.apply(member, listing, new ApplicationDraft(null, List.of(), true, false));
    }

    private UUID departure() {
        var member = viewer(Who.MEMBER, Role.MEMBER);
        UUID listing = live(ApplyBy.URL);
        departures.leave(member, listing);
        return departures.of(member, listing).orElseThrow().id();
    }

    /** A masked member of this route's own: whoever has asked once may not ask again. */
    private UUID handle() {
        var masked = new Viewer(people.member().id(), "Robin Test", Set.of(Role.MEMBER));
        candidates.show(masked, Visibility.MASKED, null);
        return database.sql("select handle from candidate_profile where account_id = ?")
                .param(masked.id())
                .query(UUID.class)
                .single();
    }

    /** To the member, from an employer of its own, because one employer asks once. */
    private UUID request() {
        var member = viewer(Who.MEMBER, Role.MEMBER);
        candidates.show(member, Visibility.MASKED, null);
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into candidate_request (id, version, account_id, employer_id, recruiter_id, recruiter_name,
                                                       status, asked_at)
                        values (?, 0, ?, ?, ?, 'Riley Test', 'ASKED', current_timestamp)""")
                .params(
                        id,
                        member.id(),
                        companies.verified(people.member()),
                        owner(Who.RECRUITER).id())
                .update();
        return id;
    }

    /** To the member, from an employer of its own; where an owner takes it back, to somebody from the recruiter's. */
    private UUID invitation(String pattern) {
        boolean fromRecruiter = pattern.startsWith("/hire/team/");
        var inviter = fromRecruiter ? owner(Who.RECRUITER) : people.member();
        var from = fromRecruiter ? employer : companies.verified(inviter);
        var to = fromRecruiter
                ? new EmailAddress(UUID.randomUUID() + "@team.example")
                : owner(Who.MEMBER).email();
        team.invite(new Viewer(inviter.id(), "Riley Test", Set.of(Role.RECRUITER)), from, to, false);
        return database.sql("select id from employer_invitation where employer_id = ? and claimed_email = ?")
                .params(from, to.value())
                .query(UUID.class)
                .single();
    }

    /** On the recruiter's team, for this route alone. */
    private UUID colleague() {
        UUID id = UUID.randomUUID();
        database.sql("insert into employer_recruiter (id, version, employer_id, account_id, owner, since)"
                        + " values (?, 0, ?, ?, false, current_timestamp)")
                .params(id, employer, people.member().id())
                .update();
        return id;
    }

    private String slug(String pattern) {
        if (pattern.startsWith("/briefings/")) {
            return briefing(true).slug();
        }
        return pattern.startsWith("/employers/") ? slug() : "any-title";
    }

    private UUID feed() {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into briefing_feed (id, version, address, name, topic, every_hours, paused, next_at, brought)
                        values (?, 0, ?, 'For the matrix', 'cyber', 24, true, current_timestamp, 0)""").params(id, "https://feed.example/" + id).update();
        return id;
    }

    private BriefingView briefing(boolean published) {
        var editor = viewer(Who.EDITOR, Role.EDITOR);
        var draft = new BriefingDraft(
                "cyber", "For the matrix", "Short", "Long", "", null, "", null, Source.NONE, null, List.of());
        UUID id = newsroom.draft(editor, UUID.randomUUID(), draft);
        if (published) {
            newsroom.publish(editor, id, newsroom.one(id).version(), draft);
        }
        database.sql("""
                        insert into briefing_image (briefing_id, version, content, width, height, alternative, credit, changed_at)
                        values (?, 0, ?, 1, 1, 'For the matrix', '', current_timestamp)""").params(id, new byte[] {1}).update();
        return newsroom.one(id);
    }

    private String slug() {
        return employers.byId(employer).orElseThrow().slug();
    }

    private UUID savedSearch() {
        var member = viewer(Who.MEMBER, Role.MEMBER);
        // The list is bounded: what an earlier request left behind goes first.
        searches.all(member).forEach(search -> searches.remove(member, search.id()));
        return searches.save(member, addresses.read("q=" + UUID.randomUUID(), null), "For the matrix", Often.DAILY);
    }

    private UUID candidateSearch() {
        var id = UUID.randomUUID();
        var recruiter = owner(Who.RECRUITER).id();
        database.sql("delete from recruiter_search where account_id = ?")
                .param(recruiter)
                .update();
        database.sql("""
                        insert into recruiter_search (id, version, account_id, employer_id, place, name, address, address_key,
                            often, told_until, created_at)
                        values (?, 0, ?, ?, 0, 'For the matrix', 'q=radar', ?, 'DAILY', current_date, current_timestamp)""").params(id, recruiter, employer, id.toString()).update();
        return id;
    }

    /** One that was paused, because it can be asked the most. */
    private UUID issue() {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into mailing_issue (id, version, submission_id, topic, subject, body, segment_miles, status,
                                                   made_at, started_at, failures)
                        values (?, 0, ?, 'JOBS', 'For the matrix', 'Words', 0, 'PAUSED', current_timestamp,
                                current_timestamp, 0)""").params(id, id).update();
        return id;
    }

    private UUID listImport() {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into mailing_import (id, imported_at, added, known, closed, wrong, told)
                        values (?, current_timestamp, 0, 0, 0, 0, '')""").param(id).update();
        return id;
    }

    private UUID subscriber() {
        var address = new EmailAddress(UUID.randomUUID() + "@list.example");
        subscribers.suppress(owner(Who.ADMINISTRATOR).id(), address, "for the matrix");
        return database.sql("select id from subscriber where email = ?")
                .param(address.value())
                .query(UUID.class)
                .single();
    }

    private UUID row(Section<?> section) {
        var member = viewer(Who.MEMBER, Role.MEMBER);
        // The list is bounded: what an earlier request left behind goes first.
        candidates.profileOf(member).rows(section).forEach(row -> candidates.remove(member, section, row.id()));
        switch (section.name()) {
            case "clearances" ->
                candidates.add(member, Section.CLEARANCES, UUID.randomUUID(), Clearance.inAccess("us.secret"));
            case "work" ->
                candidates.add(
                        member,
                        Section.WORK,
                        UUID.randomUUID(),
                        new Work("Engineer", "Acme", null, YearMonth.of(2019, 4), null, null));
            case "certifications" ->
                candidates.add(
                        member,
                        Section.CERTIFICATIONS,
                        UUID.randomUUID(),
                        new Certification(null, "Welding", null, null));
            case "education" ->
                candidates.add(member, Section.EDUCATION, UUID.randomUUID(), new Education("State", "BSc", null, 2009));
            case "service" ->
                candidates.add(
                        member,
                        Section.SERVICE,
                        UUID.randomUUID(),
                        new MilitaryService(Branch.values()[0], null, 2001, 2005));
            default -> throw new AssertionError("Say in Things what stands in " + section);
        }
        return candidates.profileOf(member).rows(section).get(0).id();
    }

    private Person owner(Who who) {
        return requireNonNull(persons.get(who));
    }

    private Viewer viewer(Who who, Role role) {
        return new Viewer(owner(who).id(), "Robin Test", Set.of(role));
    }
}
