package net.gatepost.everything;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import net.gatepost.account.Credentials;
import net.gatepost.account.Joinings;
import net.gatepost.account.NewAccount;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.alert.Often;
import net.gatepost.alert.SavedListings;
import net.gatepost.alert.SavedSearches;
import net.gatepost.apply.Answer;
import net.gatepost.apply.Applicants;
import net.gatepost.apply.ApplicationDraft;
import net.gatepost.apply.Applying;
import net.gatepost.apply.Departures;
import net.gatepost.apply.Stage;
import net.gatepost.apply.TeamNotes;
import net.gatepost.briefing.BriefingDraft;
import net.gatepost.briefing.Newsroom;
import net.gatepost.briefing.Source;
import net.gatepost.candidate.Availability;
import net.gatepost.candidate.Basics;
import net.gatepost.candidate.Branch;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Certification;
import net.gatepost.candidate.Education;
import net.gatepost.candidate.MilitaryService;
import net.gatepost.candidate.Personal;
import net.gatepost.candidate.Plans;
import net.gatepost.candidate.Relocation;
import net.gatepost.candidate.Section;
import net.gatepost.candidate.WantedPlace;
import net.gatepost.candidate.Work;
import net.gatepost.candidate.resume.Resumes;
import net.gatepost.candidate.resume.reader.Files;
import net.gatepost.candidate.resume.reader.ResumeRefused;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.Investigation;
import net.gatepost.clearance.Polygraph;
import net.gatepost.clearance.PolygraphExam;
import net.gatepost.employer.Companies;
import net.gatepost.employer.DomainMail;
import net.gatepost.employer.Team;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.ListingDrafts;
import net.gatepost.job.Listings;
import net.gatepost.job.web.KeptSearches;
import net.gatepost.mail.EmailAddress;
import net.gatepost.moderation.ReportReason;
import net.gatepost.moderation.Reports;
import net.gatepost.notification.Inbox;
import net.gatepost.notification.MailChoices;
import net.gatepost.notification.Mailing;
import net.gatepost.notification.Notice;
import net.gatepost.notification.NoticeKind;
import net.gatepost.notification.Notifications;
import net.gatepost.web.Network;
import net.gatepost.web.Role;
import net.gatepost.web.Uploads;
import net.gatepost.web.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People who have done everything that can be done here, so that every table holds something of them. A new table that
 * keeps something about a person is filled here, by a method of its own: {@code EverythingTest} fails until it is.
 */
class EverythingKept {

    private final MockMvcTester browser;
    private final People people;
    private final Companies companies;
    private final Team team;
    private final TeamNotes teamNotes;
    private final Reports reports;
    private final DomainMail domainMail;
    private final Candidates candidates;
    private final Resumes resumes;
    private final Uploads uploads;
    private final Listings listings;
    private final Applying applying;
    private final Applicants applicants;
    private final Departures departures;
    private final Notifications notifications;
    private final MailChoices choices;
    private final Inbox inbox;
    private final SavedListings savedListings;
    private final SavedSearches savedSearches;
    private final KeptSearches searchAddresses;
    private final Credentials credentials;
    private final Joinings joinings;
    private final Newsroom newsroom;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final Clock clock;

    EverythingKept(
            MockMvcTester browser,
            People people,
            Companies companies,
            Team team,
            TeamNotes teamNotes,
            Reports reports,
            DomainMail domainMail,
            Candidates candidates,
            Resumes resumes,
            Uploads uploads,
            Listings listings,
            Applying applying,
            Applicants applicants,
            Departures departures,
            Notifications notifications,
            MailChoices choices,
            Inbox inbox,
            SavedListings savedListings,
            SavedSearches savedSearches,
            KeptSearches searchAddresses,
            Credentials credentials,
            Joinings joinings,
            Newsroom newsroom,
            TransactionTemplate transaction,
            JdbcClient database,
            Clock clock) {
        this.browser = browser;
        this.people = people;
        this.companies = companies;
        this.team = team;
        this.teamNotes = teamNotes;
        this.reports = reports;
        this.domainMail = domainMail;
        this.candidates = candidates;
        this.resumes = resumes;
        this.uploads = uploads;
        this.listings = listings;
        this.applying = applying;
        this.applicants = applicants;
        this.departures = departures;
        this.notifications = notifications;
        this.choices = choices;
        this.inbox = inbox;
        this.savedListings = savedListings;
        this.savedSearches = savedSearches;
        this.searchAddresses = searchAddresses;
        this.credentials = credentials;
        this.joinings = joinings;
        this.newsroom = newsroom;
        this.transaction = transaction;
        this.database = database;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param word stands in everything that they ever typed, in their name and in their address, and nowhere else
     * @param phone the one thing that can't hold the word
     * @param employer one that they recruit for, beside a colleague
     * @param network where they sign in from, so that the limits of one test are not another's
     */
    record Lived(Person person, String word, String phone, UUID employer, RequestPostProcessor network) {

        UUID id() {
            return person.id();
        }

        Viewer viewer() {
            return new Viewer(person.id(), "Zora " + word, Set.of(Role.MEMBER, Role.RECRUITER));
        }
    }

    Lived live() {
        String word = "quill"
                + UuidCreator.getRandomBased().toString().replace("-", "").substring(0, 12);
        var random = ThreadLocalRandom.current();
        String address = "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255);
        var person = people.named("Zora " + word, new EmailAddress(word + "@people.example"));
        var lived = new Lived(
                person,
                word,
                "+1 555 01" + random.nextInt(10_000_000, 99_999_999),
                companies.verified(person, people.member()),
                request -> {
                    request.setRemoteAddr(address);
                    return request;
                });
        asAnAccount(lived, address);
        asACandidate(lived);
        asARecruiter(lived);
        withASecondFactor(lived);
        asAColleague(lived);
        asOneWithPrograms(lived);
        asAnApplicant(lived);
        onTheMailingList(lived);
        asToldThings(lived);
        asOneWhoSaves(lived);
        asOneWhoReports(lived);
        asOneWhoImports(lived);
        asAnEditor(lived);
        return lived;
    }

    /** Signs in for real, which leaves a session in the database. */
    Cookie signIn(Lived lived) {
        return cookie(browser.post()
                .uri("/sign-in")
                .with(lived.network())
                .param("email", lived.person().email().value())
                .param("passphrase", People.PASSPHRASE)
                .exchange());
    }

    /** Signs in and confirms. */
    Cookie confirm(Lived lived) {
        return cookie(browser.post()
                .uri("/me/security/confirmation")
                .with(csrf())
                .cookie(signIn(lived))
                .param("passphrase", People.PASSPHRASE)
                .param("next", "/me/data")
                .exchange());
    }

    static Cookie cookie(MvcTestResult answer) {
        return requireNonNull(answer.getResponse().getCookie("gatepost"));
    }

    private void asAnAccount(Lived lived, String address) {
        signIn(lived);
        credentials.requestEmail(lived.viewer(), new EmailAddress("new-" + lived.word() + "@people.example"));
        joinings.begin(
                NewAccount.member(
                        "Again " + lived.word(),
                        lived.person().email(),
                        "another passphrase altogether",
                        net.gatepost.account.Desk.MEMBER),
                Network.of(address));
    }

    /** A briefing is the site's, and has nothing of whoever wrote it but that they did. */
    private void asAnEditor(Lived lived) {
        newsroom.draft(
                lived.viewer(),
                UUID.randomUUID(),
                new BriefingDraft("cyber", "A headline", "", "", "", null, "", null, Source.NONE, null, List.of()));
    }

    private void asACandidate(Lived lived) {
        var viewer = lived.viewer();
        String word = lived.word();
        candidates.change(viewer, -1, new Basics("Headline " + word, "Summary " + word, List.of("Skill " + word)));
        candidates.change(
                viewer,
                candidates.profileOf(viewer).version(),
                new Plans(
                        List.of(new WantedPlace("us-" + word, "Place " + word)),
                        Relocation.ABROAD,
                        Availability.ONE_MONTH));
        candidates.change(
                viewer,
                candidates.profileOf(viewer).version(),
                new Personal("US", "DE", lived.phone(), "Employer " + word, word + ".example"));
        candidates.add(
                viewer,
                Section.CLEARANCES,
                UUID.randomUUID(),
                Clearance.inAccess("us.top-secret", Access.SCI)
                        .withPolygraph(new PolygraphExam(Polygraph.CI, YearMonth.of(2021, 5), "Agency " + word))
                        .withInvestigation(new Investigation("us.t5", YearMonth.of(2020, 6), true)));
        candidates.add(
                viewer,
                Section.WORK,
                UUID.randomUUID(),
                new Work("Title " + word, "Firm " + word, "Town " + word, YearMonth.of(2019, 4), null, "Did " + word));
        candidates.add(
                viewer,
                Section.CERTIFICATIONS,
                UUID.randomUUID(),
                new Certification(null, "Certificate " + word, YearMonth.of(2022, 1), null));
        candidates.add(
                viewer,
                Section.EDUCATION,
                UUID.randomUUID(),
                new Education("School " + word, "Degree " + word, "Subject " + word, 2009));
        candidates.add(
                viewer,
                Section.SERVICE,
                UUID.randomUUID(),
                new MilitaryService(Branch.values()[0], "Specialty " + word, 2001, 2005));
        try {
            resumes.replace(viewer, uploads.of("Resume " + word + ".pdf", Files.pdf("Resume " + word)));
        } catch (ResumeRefused refused) {
            throw new IllegalStateException(refused);
        }
        var employer = companies.verified(people.member());
        database.sql("""
                        insert into candidate_grant (id, version, account_id, employer_id, source, source_id, granted_at)
                        values (?, 0, ?, ?, 'REVEALED', ?, current_timestamp)""")
                .params(UUID.randomUUID(), lived.id(), employer, UUID.randomUUID())
                .update();
        database.sql("""
                        insert into candidate_block (id, version, account_id, employer_id, blocked_at)
                        values (?, 0, ?, ?, current_timestamp)""").params(UUID.randomUUID(), lived.id(), employer).update();
        look(people.member().id(), lived.id(), employer);
    }

    private void withASecondFactor(Lived lived) {
        database.sql("insert into second_factor (account_id, version, last_step) values (?, 0, 0)")
                .param(lived.id())
                .update();
        database.sql("insert into known_device (account_id, device, used_at) values (?, 'Lynx', current_timestamp)")
                .param(lived.id())
                .update();
        database.sql("insert into passkey_owner (account_id, handle) values (?, ?)")
                .params(lived.id(), "handle of " + lived.id())
                .update();
        database.sql("""
                        insert into passkey (id, account_id, credential_id, public_key, attestation, signature_count, transports,
                                             backup_eligible, backup_state, label, created_at)
                        values (?, ?, ?, ?, ?, 0, 'usb', false, false, 'A key on a chain', current_timestamp)""")
                .params(UUID.randomUUID(), lived.id(), "credential of " + lived.id(), new byte[] {1}, new byte[] {1})
                .update();
        database.sql("""
                        insert into smart_card (id, account_id, issuer, serial, subject, bound_at)
                        values (?, ?, 'cn=authority', ?, ?, current_timestamp)""")
                .params(UUID.randomUUID(), lived.id(), "serial of " + lived.word(), "cn=" + lived.word())
                .update();
        database.sql("insert into recovery_code (id, account_id, code_hash) values (?, ?, 'hash')")
                .params(UUID.randomUUID(), lived.id())
                .update();
    }

    private void asARecruiter(Lived lived) {
        database.sql("insert into candidate_look_quota (holder_id, looked_on, looks) values (?, current_date, 1)")
                .param(lived.id())
                .update();
        look(lived.id(), people.member().id(), lived.employer());
        database.sql("""
                        insert into recruiter_search (id, version, account_id, employer_id, place, name, address, address_key,
                            often, told_until, created_at)
                        values (?, 0, ?, ?, 0, 'Radar', 'q=radar', 'radar', 'DAILY', current_date, current_timestamp)""")
                .params(UUID.randomUUID(), lived.id(), lived.employer())
                .update();
        listings.draft(
                lived.viewer(),
                lived.employer(),
                UUID.randomUUID(),
                ListingDrafts.titled("Radio Engineer").draft());
    }

    private void asOneWhoReports(Lived lived) {
        var other = companies.verified(people.member());
        var about = reports.employer(other).subject();
        reports.report(lived.viewer(), about, UUID.randomUUID(), ReportReason.OTHER, "Reported by " + lived.word());
        database.sql("""
                        insert into moderation_case (id, version, kind, subject_id, employer_id, opened_at, measure, decided_at,
                                                     decided_by, reason)
                        values (?, 0, 'EMPLOYER', ?, ?, current_timestamp, 'DISMISSED', current_timestamp, ?, 'No reason')""").params(UUID.randomUUID(), other, other, lived.id()).update();
    }

    private void asOneWhoImports(Lived lived) {
        database.sql("""
                        insert into import_run (id, version, employer_id, account_id, name, full_feed, state, began_at)
                        values (?, 0, ?, ?, ?, false, 'DONE', current_timestamp)""")
                .params(UUID.randomUUID(), lived.employer(), lived.id(), "Jobs of " + lived.word() + ".csv")
                .update();
        database.sql("""
                        insert into import_source (id, version, employer_id, account_id, address, full_feed, every_hours, paused,
                                                   next_at)
                        values (?, 0, ?, ?, 'https://feed.example/', false, 24, true, current_timestamp)""")
                .params(UUID.randomUUID(), lived.employer(), lived.id())
                .update();
    }

    private void asOneWithPrograms(Lived lived) {
        assertThat(browser.post()
                        .uri("/hire/tokens/" + lived.employer())
                        .with(csrf())
                        .with(lived.person().confirmed())
                        .param("submission", UUID.randomUUID().toString())
                        .param("name", "Token " + lived.word())
                        .param("scopes", "listings:read"))
                .hasStatusOk();
    }

    private void asAColleague(Lived lived) {
        team.invite(lived.viewer(), lived.employer(), new EmailAddress(UUID.randomUUID() + "@people.example"), false);
        var other = people.member();
        team.invite(
                new Viewer(other.id(), "Robin Test", Set.of(Role.MEMBER)),
                companies.verified(other),
                lived.person().email(),
                true);
        var domain = database.sql("select domain from employer where id = ?")
                .param(lived.employer())
                .query(String.class)
                .single();
        domainMail.ask(lived.viewer(), lived.employer(), new EmailAddress(lived.word() + "@" + domain));
        database.sql("update employer set approved_by = ?, approved_at = current_timestamp where id = ?")
                .params(lived.id(), lived.employer())
                .update();
    }

    /** Here, elsewhere, and at the other end of it. */
    private void asAnApplicant(Lived lived) {
        var other = people.member();
        var employer = companies.verified(other);
        var recruiter = new Viewer(other.id(), "Robin Test", Set.of(Role.MEMBER));
        var listing = live(
                recruiter,
                employer,
                ListingDrafts.ending(LocalDate.now(clock).plusDays(20)).asking("Why?"));
        var id = applying.apply(
                lived.viewer(),
                listing,
                new ApplicationDraft(
                        "Note " + lived.word(), List.of(new Answer("Why?", "Because " + lived.word())), false, false));
        applicants.look(recruiter, listing, id);
        applicants.move(recruiter, listing, id, 1, Stage.DECLINED, "Words for " + lived.word());
        departures.leave(
                lived.viewer(),
                live(
                        recruiter,
                        employer,
                        ListingDrafts.ending(LocalDate.now(clock).plusDays(20))
                                .applyingBy(ApplyBy.URL, "https://careers.company.example/1")));
        var own = live(
                lived.viewer(),
                lived.employer(),
                ListingDrafts.ending(LocalDate.now(clock).plusDays(20)));
        var member = people.member();
        var theirs = applying.apply(
                new Viewer(member.id(), "Robin Test", Set.of(Role.MEMBER)),
                own,
                new ApplicationDraft(null, List.of(), false, false));
        applicants.look(lived.viewer(), own, theirs);
        teamNotes.write(lived.viewer(), own, theirs, UUID.randomUUID(), "Noted by " + lived.word());
        teamNotes.rate(lived.viewer(), own, theirs, 4);
        teamNotes.write(recruiter, listing, id, UUID.randomUUID(), "About " + lived.word());
    }

    private UUID live(Viewer recruiter, UUID employer, ListingDrafts drafts) {
        var id = listings.draft(recruiter, employer, UUID.randomUUID(), drafts.draft());
        listings.publish(recruiter, id, 0);
        return id;
    }

    private void look(UUID recruiter, UUID member, UUID employer) {
        database.sql("""
                        insert into candidate_look (id, version, account_id, recruiter_id, recruiter_name, employer_id, seen,
                                                    looked_at)
                        values (?, 0, ?, ?, (select name from account where id = ?), ?, 'PROFILE', current_timestamp)""")
                .params(UUID.randomUUID(), member, recruiter, recruiter, employer)
                .update();
        database.sql("""
                        insert into candidate_request (id, version, account_id, employer_id, recruiter_id, recruiter_name,
                                                       message, status, asked_at)
                        select ?, 0, ?, ?, id, name, 'This is ' || name, 'DECLINED', current_timestamp from account where id = ?""").params(UUID.randomUUID(), member, employer, recruiter).update();
    }

    private void onTheMailingList(Lived lived) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into subscriber (id, version, email, status, asked_at, wording, mails_counted)
                        values (?, 0, ?, 'CONFIRMED', current_timestamp, ?, 0)""")
                .params(id, lived.person().email().value(), "Wording " + lived.word())
                .update();
        database.sql("insert into subscriber_topic (subscriber_id, topic) values (?, 'JOBS')")
                .param(id)
                .update();
    }

    private void asOneWhoSaves(Lived lived) {
        var id = listings.draft(
                lived.viewer(),
                lived.employer(),
                UUID.randomUUID(),
                ListingDrafts.ending(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .plusDays(20))
                        .draft());
        listings.publish(lived.viewer(), id, 0);
        savedListings.save(lived.viewer(), id);
        savedSearches.save(
                lived.viewer(), searchAddresses.read("q=" + lived.word(), null), "Name " + lived.word(), Often.DAILY);
        database.sql("insert into alert_sent (account_id, listing_id, sent_at) values (?, ?, current_timestamp)")
                .params(lived.id(), id)
                .update();
    }

    private void asToldThings(Lived lived) {
        choices.choose(lived.viewer(), java.util.Map.of(NoticeKind.LOOK, Mailing.AT_ONCE));
        transaction.executeWithoutResult(status -> notifications.tell(
                lived.id(),
                new Notice(
                        NoticeKind.LOOK,
                        "mail.notification.mail-notice.subject",
                        List.of("Told " + lived.word()),
                        "/me/profile",
                        "once-" + lived.word() + clock.instant())));
        inbox.look(lived.viewer(), 5);
    }
}
