package net.gatepost.job.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.audit.Audit;
import net.gatepost.employer.Companies;
import net.gatepost.job.CloseReason;
import net.gatepost.job.HiringList;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A recruiter's screens, from the first draft to the closed listing. */
@ModuleTest
class HireListingsTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Listings listings;

    @Autowired
    HiringList hiringList;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    Person recruiter;
    Person colleague;
    UUID employer;

    @BeforeEach
    void anEmployerWithTwoRecruiters() {
        recruiter = people.member();
        colleague = people.member();
        employer = companies.verified(recruiter, colleague);
    }

    @Test
    void signedOutOneIsAskedToSignIn() {
        assertThat(browser.get().uri("/hire/listings"))
                .hasStatus(302)
                .redirectedUrl()
                .startsWith("/sign-in");
        assertThat(browser.get().uri("/hire/listings/new")).hasStatus(302);
        assertThat(browser.post().uri("/hire/listings").with(csrf()).param("title", "x"))
                .hasStatus(302)
                .redirectedUrl()
                .startsWith("/sign-in");
    }

    @Test
    void whoRecruitsForNobodyFindsNothingHere() {
        var member = people.member();

        assertThat(browser.get().uri("/hire/listings").with(member)).hasRedirectedUrl("/hire");
        assertThat(browser.get().uri("/hire/listings/new").with(member)).hasRedirectedUrl("/hire");
        assertThat(create(member, Map.of("employer", employer.toString()))).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/preview"})
    void anotherEmployersListingIsNotFound(String page) {
        var id = draft();
        var stranger = people.member();
        companies.verified(stranger);

        assertThat(browser.get().uri("/hire/listings/" + id + page).with(stranger))
                .hasStatus(404);
        assertThat(browser.get()
                        .uri("/hire/listings/" + UUID.randomUUID() + page)
                        .with(stranger))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/publication", "/renewal", "/closure"})
    void anotherEmployersListingIsNotChanged(String act) {
        var id = draft();
        var stranger = people.member();
        companies.verified(stranger);
        var post =
                browser.post().uri("/hire/listings/" + id + act).with(stranger).with(csrf());
        complete(view(id).version()).forEach(post::param);

        assertThat(post.param("reason", "MISTAKE").param("until", "2026-12-20")).hasStatus(404);
        assertThat(view(id).version()).isZero();
    }

    @Test
    void aCopyOfAnotherEmployersListingIsNotFound() {
        var id = draft();
        var stranger = people.member();
        companies.verified(stranger);

        assertThat(browser.get().uri("/hire/listings/new?from=" + id).with(stranger))
                .hasStatus(404);
    }

    @Test
    void aPostWithoutItsTokenIsRefused() {
        assertThat(browser.post().uri("/hire/listings").with(recruiter).param("title", "x"))
                .hasStatus(403);
    }

    @Test
    void aTitleIsEnoughForADraft() {
        var result = create(recruiter, Map.of("title", "Only a title"));

        var view = view(idIn(result));
        assertThat(view.state()).isEqualTo(ListingState.DRAFT);
        assertThat(view.title()).isEqualTo("Only a title");
        assertThat(view.content().place()).isNull();
        assertThat(view.content().clearanceStated()).isFalse();
        assertThat(page("/hire/listings/" + view.id()).select("h1").text()).isEqualTo("Edit a listing");
    }

    @Test
    void theFormIsShownWithWhatMostListingsSay() {
        var form = page("/hire/listings/new");

        assertThat(form.select("#workplace").attr("checked")).isEqualTo("checked");
        assertThat(form.select("#openings").val()).isEqualTo("1");
        assertThat(form.select("[name=employer]")).as("the one employer, once").hasSize(1);
        assertThat(form.select("#payCurrency option[selected]").val()).isEqualTo("USD");
        assertThat(form.select("#ends").val()).isEqualTo(today().plusDays(30).toString());
        assertThat(form.select("#level optgroup")).hasSizeGreaterThan(4);
        assertThat(form.select("[style], script:not([src])")).isEmpty();
    }

    @Test
    void itGoesFromDraftOverPreviewToLiveAndClosed() {
        var id = idIn(create(recruiter, complete()));
        var preview = page("/hire/listings/" + id + "/preview");
        assertThat(preview.select("h1").text()).isEqualTo("Signals Systems Engineer");
        assertThat(preview.select(".level").text()).isEqualTo("Top Secret, SCI");
        assertThat(preview.select(".facts").text())
                .contains("CI polygraph", "$142,000 – $178,000 a year", "On site", "Full time", "2 openings");
        assertThat(preview.select(".prose h2").text()).isEqualTo("What you would do");
        assertThat(preview.select(".listing-notes").text())
                .contains("Contingent", "as required by: DFARS 252.204-7008");
        assertThat(preview.select(".honest").text()).contains("Not posted yet", "Eastern Time");
        assertThat(listings.published(id)).isEmpty();

        assertThat(publish(id)).hasRedirectedUrl("/hire/listings/" + id);
        var live = listings.published(id).orElseThrow();
        assertThat(live.isLive()).isTrue();
        assertThat(live.path()).isEqualTo("/jobs/" + id + "/signals-systems-engineer");
        assertThat(live.postedAt()).isNotNull().isEqualTo(live.confirmedAt());

        assertThat(close(id, "FILLED_HERE")).hasRedirectedUrl("/hire/listings/" + id);
        assertThat(view(id).state()).isEqualTo(ListingState.CLOSED);
        assertThat(page("/hire/listings/" + id).text()).contains("Filled through Gatepost", "Copy to a new listing");
        assertThat(audit.latestAbout("listing", id).stream().map(Audit.Entry::action))
                .containsExactly("listing.closed", "listing.published", "listing.drafted");
    }

    @Test
    void anIncompleteDraftIsNotPublishedAndTheFormSaysWhy() {
        var id = idIn(create(recruiter, Map.of("title", "Only a title")));

        var result = publish(id);

        assertThat(result).hasStatus(422);
        var form = document(result);
        assertThat(form.select(".errors a").eachAttr("href"))
                .contains("#place", "#workplace", "#employmentType", "#level", "#description", "#ends");
        assertThat(form.select("#title").val()).isEqualTo("Only a title");
        assertThat(view(id).state()).isEqualTo(ListingState.DRAFT);
    }

    @Test
    void aRepeatedPostMakesOneListing() {
        var form = complete();

        var first = create(recruiter, form);
        var second = create(recruiter, form);

        assertThat(idIn(second)).isEqualTo(idIn(first));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void theSameFormWithOtherWordsLosesNeither() {
        var form = complete();
        create(recruiter, form);

        var result = create(recruiter, with(form, "title", "Other words"));

        assertThat(result).hasStatus(409);
        assertThat(document(result).select("td").text()).contains("Signals Systems Engineer", "Other words");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void twoPostsAtOnceMakeOneListing() {
        var form = complete();

        var posts = IntStream.range(0, 4)
                .mapToObj(post -> CompletableFuture.supplyAsync(
                        () -> create(recruiter, form).getResponse().getStatus()))
                .toList();

        assertThat(posts).allSatisfy(post -> assertThat(post.join()).isEqualTo(302));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void publishingTwiceIsPublishingOnce() {
        var id = draft();
        publish(id);
        var posted = view(id).postedAt();
        clock.advance(Duration.ofMinutes(5));

        assertThat(publish(id, 0)).hasStatus(302);
        assertThat(view(id).postedAt()).isEqualTo(posted);
    }

    @Test
    void aDraftThatChangedSinceItWasLookedAtIsNotPublished() {
        var id = draft();
        save(recruiter, id, with(complete(0), "title", "Changed"));

        assertThat(publish(id, 0)).hasStatus(409).bodyText().contains("Somebody has changed this listing");
        assertThat(view(id).state()).isEqualTo(ListingState.DRAFT);
    }

    @Test
    void anUnverifiedEmployerWritesAndPreviewsButDoesNotPublish() {
        var newcomer = people.member();
        var pending = companies.pending(newcomer);
        var id = idIn(create(newcomer, with(complete(), "employer", pending.toString())));

        var preview = document(browser.get()
                .uri("/hire/listings/" + id + "/preview")
                .with(newcomer)
                .exchange());
        assertThat(preview.select("form[action$=publication]")).isEmpty();
        assertThat(preview.text()).contains("once an administrator has verified your employer");

        assertThat(browser.post()
                        .uri("/hire/listings/" + id + "/publication")
                        .with(newcomer)
                        .with(csrf())
                        .param("version", "0"))
                .hasStatus(409)
                .bodyText()
                .contains("only a verified employer");
        assertThat(listings.published(id)).isEmpty();
    }

    @Test
    void aSuspendedEmployersListingsAreWithheldUntilItIsVerifiedAgain() {
        var id = live();
        long before = listings.countLive();

        companies.suspend(employer);

        assertThat(listings.published(id).orElseThrow().isLive()).isFalse();
        assertThat(listings.countLive()).isEqualTo(before - 1);
        assertThat(page("/hire/listings").select(".state").text()).isEqualTo("Withheld");
        assertThat(renew(id, today().plusDays(10))).hasStatus(409);

        companies.verify(employer);
        assertThat(listings.published(id).orElseThrow().isLive()).isTrue();
    }

    @Test
    void changingALiveListingKeepsItLiveAndConfirmsIt() {
        var id = live();
        var posted = view(id).postedAt();
        clock.advance(Duration.ofDays(2));

        assertThat(save(recruiter, id, with(complete(1), "title", "Senior Signals Engineer")))
                .hasStatus(302);

        var view = view(id);
        assertThat(view.state()).isEqualTo(ListingState.LIVE);
        assertThat(view.title()).isEqualTo("Senior Signals Engineer");
        assertThat(view.postedAt()).isEqualTo(posted);
        assertThat(view.confirmedAt()).isAfter(posted);
    }

    @Test
    void aLiveListingIsNeverMadeIncomplete() {
        var id = live();

        var result = save(recruiter, id, with(complete(1), "description", ""));

        assertThat(result).hasStatus(422);
        assertThat(document(result).select("#description-error").text()).contains("Describe the job");
        assertThat(view(id).content().description()).isNotNull();
    }

    @Test
    void itExpiresByTheClockAndIsRenewedWithoutBeingPostedAgain() {
        var id = live();
        var posted = view(id).postedAt();

        clock.advance(Duration.ofDays(32));
        assertThat(view(id).state()).isEqualTo(ListingState.EXPIRED);
        assertThat(listings.published(id).orElseThrow().isLive()).isFalse();
        assertThat(hiringList.counts(viewer(), HiringList.Narrowed.TO_NOTHING).get(ListingState.EXPIRED))
                .isEqualTo(1);
        assertThat(page("/hire/listings?state=EXPIRED").select("tbody tr")).hasSize(1);

        assertThat(renew(id, today().plusDays(60))).hasStatus(302);
        assertThat(view(id).state()).isEqualTo(ListingState.LIVE);
        assertThat(view(id).postedAt()).isEqualTo(posted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-02-30", "1999-01-01", "+999999999-12-31", "9999-12-31"})
    void aDayThatCannotBeIsNoRenewal(String day) {
        var id = live();

        var result = browser.post()
                .uri("/hire/listings/" + id + "/renewal")
                .with(recruiter)
                .with(csrf())
                .param("until", day)
                .exchange();

        assertThat(result).hasStatus(422);
        assertThat(document(result).select("#ends-error")).isNotEmpty();
        assertThat(view(id).version()).isEqualTo(1);
    }

    @Test
    void renewalEndsIn60DaysAtTheLatest() {
        var id = live();

        assertThat(renew(id, today().plusDays(61))).hasStatus(422);
        assertThat(renew(id, today().plusDays(60))).hasStatus(302);
    }

    @Test
    void aDraftIsNeitherRenewedNorClosed() {
        var id = draft();

        assertThat(renew(id, today().plusDays(10))).hasStatus(409);
        assertThat(close(id, "MISTAKE")).hasStatus(409);
        assertThat(view(id).state()).isEqualTo(ListingState.DRAFT);
    }

    @Test
    void closingNeedsAReason() {
        var id = live();

        assertThat(close(id, "")).hasStatus(422).bodyText().contains("Choose why you close it");
        assertThat(close(id, "BECAUSE")).hasStatus(422);
        assertThat(view(id).isLive()).isTrue();
    }

    @Test
    void closingTwiceKeepsTheFirstReason() {
        var id = live();
        close(id, "FILLED_HERE");

        assertThat(close(id, "MISTAKE")).hasStatus(302);
        assertThat(view(id).closeReason()).isEqualTo(CloseReason.FILLED_HERE);
    }

    @Test
    void aClosedListingIsChangedNoMoreAndCopiedInstead() {
        var id = live();
        close(id, "WITHDRAWN");

        assertThat(save(recruiter, id, with(complete(2), "title", "Back again")))
                .hasStatus(409);
        assertThat(renew(id, today().plusDays(10))).hasStatus(409);
        assertThat(publish(id)).hasStatus(409);
        assertThat(page("/hire/listings/new?from=" + id).select("#title").val()).isEqualTo("Signals Systems Engineer");
    }

    @Test
    void theSecondOfTwoWhoEditSeesBothVersionsAndMergesThem() {
        var id = draft();
        save(colleague, id, with(with(complete(0), "title", "Colleague's title"), "payMin", "150,000"));

        var mine = with(with(complete(0), "title", "My title"), "description", "My description");
        var result = save(recruiter, id, mine);

        assertThat(result).hasStatus(409);
        var page = document(result);
        assertThat(page.select("tbody th").eachText()).containsExactlyInAnyOrder("Title", "Description", "From");
        assertThat(page.select("table").text()).contains("Colleague", "My title", "My description", "150000");
        assertThat(page.select("#title").val()).isEqualTo("My title");
        assertThat(page.select("#description").text()).isEqualTo("My description");
        assertThat(view(id).title()).isEqualTo("Colleague's title");

        var merged = browser.post()
                .uri("/hire/listings/" + id)
                .with(recruiter)
                .with(csrf())
                .param("theirs", "title", "payMin");
        with(mine, "version", page.select("input[name=version]").val()).forEach(merged::param);
        assertThat(merged).hasStatus(302);
        var content = view(id).content();
        assertThat(content.title()).isEqualTo("Colleague's title");
        assertThat(content.payMin()).isEqualTo(150_000_00L);
        assertThat(content.description()).isEqualTo("My description");
    }

    @Test
    void theSameChangeSentTwiceIsNoConflict() {
        var id = draft();
        var form = with(complete(0), "title", "Sent twice");

        assertThat(save(recruiter, id, form)).hasStatus(302);
        assertThat(save(recruiter, id, form)).hasStatus(302);
        assertThat(view(id).version()).isEqualTo(1);
    }

    @Test
    void ofFourWhoSaveAtOnceOneWinsAndTheOthersAreTold() {
        var id = draft();

        var statuses = IntStream.range(0, 4)
                .mapToObj(n ->
                        CompletableFuture.supplyAsync(() -> save(recruiter, id, with(complete(0), "title", "T" + n))
                                .getResponse()
                                .getStatus()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(302, 409, 409, 409);
        assertThat(view(id).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | ''",
                "title | '   '",
                "place | Nowhereville Atlantis",
                "place | Springfield",
                "workplace | AT_SEA",
                "employmentType | SLAVERY",
                "level | us.made-up",
                "accesses | GAMMA",
                "polygraph | TRUTH_SERUM",
                "importance | MAYBE",
                "payMin | lots",
                "payMax | -1",
                "payCurrency | XXX",
                "payPeriod | DECADE",
                "openings | 0",
                "openings | 1.5",
                "openings | 99999999999",
                "applyBy | PIGEON",
                "ends | 2026-13-01",
            })
    void nonsenseIsToldBesideItsFieldAndStoredNowhere(String field, String value) {
        var result = create(recruiter, with(complete(), field, value));

        assertThat(result).hasStatus(422);
        var form = document(result);
        assertThat(form.select(".errors a").eachAttr("href")).contains("#" + field);
        assertThat(form.select("#" + field + "-error")).isNotEmpty();
        assertThat(form.select("#description").text()).contains("Design receivers");
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "title, 121",
        "description, 20001",
        "citizensOnlyBasis, 301",
        "applyTo, 501",
        "place, 121",
        "payMin, 500"
    })
    void whatIsTooLongIsRefused(String field, int length) {
        assertThat(create(recruiter, with(complete(), field, "x".repeat(length))))
                .hasStatus(422);
        assertThat(count()).isZero();
    }

    @Test
    void theLongestIsStored() {
        var form = with(with(complete(), "title", "t".repeat(120)), "description", "d".repeat(20_000));

        var view = view(idIn(create(recruiter, form)));

        assertThat(view.title()).hasSize(120);
        assertThat(view.content().description()).hasSize(20_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "description", "citizensOnlyBasis", "applyTo"})
    void controlCharactersAreRefused(String field) {
        assertThat(create(recruiter, with(complete(), field, "Radar\u0000 Engineer\u0007")))
                .hasStatus(422);
        assertThat(count()).isZero();
    }

    @Test
    void htmlIsShownAsItWasTypedAndNeverRun() {
        var evil = "<script>alert(1)</script>";
        var form = with(
                with(complete(), "title", evil),
                "description",
                evil + "\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)>");

        var preview = page("/hire/listings/" + idIn(create(recruiter, form)) + "/preview");

        assertThat(preview.select("h1").text()).isEqualTo(evil);
        assertThat(preview.select("main script, main img, [onerror], [href^=javascript]"))
                .isEmpty();
        assertThat(preview.select(".prose").text()).contains(evil);
    }

    @Test
    void aBoxThatIsNotTickedByItsValueIsNotTicked() {
        var view = view(idIn(create(recruiter, with(complete(), "interimAccepted", "perhaps"))));

        assertThat(view.content().clearance().interimAccepted()).isFalse();
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        assertThat(browser.get().uri("/hire/listings/not-an-id").with(recruiter))
                .hasStatus(404);
        assertThat(create(recruiter, with(complete(), "employer", "not-an-id"))).hasStatus(404);
        assertThat(create(
                        recruiter,
                        with(complete(), "employer", UUID.randomUUID().toString())))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=NONSENSE", "?page=0", "?page=-1", "?page=x", "?page=99999999999", "?unknown=1"})
    void nonsenseInTheListsAddressIsNoError(String query) {
        draft();

        assertThat(browser.get().uri("/hire/listings" + query).with(recruiter)).hasStatus(200);
    }

    @Test
    void theListIsPagedAndSaysWhereItEnds() {
        for (int n = 0; n < 27; n++) {
            create(recruiter, Map.of("title", "Draft " + n));
        }

        assertThat(page("/hire/listings").select("tbody tr")).hasSize(25);
        assertThat(page("/hire/listings?page=2").select("tbody tr")).hasSize(2);
        assertThat(page("/hire/listings?page=3").text()).contains("The list is not that long");
        assertThat(page("/hire/listings?state=LIVE").text()).contains("No listings here");
        assertThat(page("/hire/listings").select(".tabs").text()).contains("All 27", "Draft 27", "Live 0");
    }

    @Test
    void whoRecruitsForTwoSeesBothAndSaysForWhich() {
        var other = companies.verified(recruiter);
        draft();
        create(recruiter, with(complete(), "employer", other.toString()));

        assertThat(page("/hire/listings").select("tbody tr")).hasSize(2);
        assertThat(page("/hire/listings/new").select("#employer option")).hasSize(2);
    }

    @Test
    void anAmbiguousPlaceNamesTheOnesItMayBe() {
        var form = document(create(recruiter, with(complete(), "place", "Springfield")));

        assertThat(form.select("#place-error").text()).contains("Springfield, ");
        assertThat(form.select("#place").val()).isEqualTo("Springfield");
    }

    private UUID draft() {
        return idIn(create(recruiter, complete()));
    }

    private UUID live() {
        var id = draft();
        assertThat(publish(id)).hasStatus(302);
        return id;
    }

    private Map<String, String> complete() {
        return Map.ofEntries(
                Map.entry("employer", employer.toString()),
                Map.entry("submission", UUID.randomUUID().toString()),
                Map.entry("title", "Signals Systems Engineer"),
                Map.entry("place", "Fort Meade, MD"),
                Map.entry("workplace", "ON_SITE"),
                Map.entry("employmentType", "FULL_TIME"),
                Map.entry("level", "us.top-secret"),
                Map.entry("accesses", "SCI"),
                Map.entry("polygraph", "CI"),
                Map.entry("importance", "REQUIRED"),
                Map.entry("citizensOnly", "true"),
                Map.entry("citizensOnlyBasis", "DFARS 252.204-7008"),
                Map.entry("payMin", "142,000"),
                Map.entry("payMax", "$178,000"),
                Map.entry("payCurrency", "USD"),
                Map.entry("payPeriod", "YEAR"),
                Map.entry("openings", "2"),
                Map.entry("contingent", "true"),
                Map.entry("description", "# What you would do\r\n\r\nDesign receivers."),
                Map.entry("applyBy", "GATEPOST"),
                Map.entry("ends", today().plusDays(30).toString()));
    }

    private Map<String, String> complete(long version) {
        return with(complete(), "version", String.valueOf(version));
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    private MvcTestResult create(Person person, Map<String, String> form) {
        var post = browser.post().uri("/hire/listings").with(person).with(csrf());
        form.forEach(post::param);
        if (!form.containsKey("submission")) {
            post.param("submission", UUID.randomUUID().toString());
        }
        if (!form.containsKey("employer")) {
            post.param("employer", employer.toString());
        }
        return post.exchange();
    }

    private MvcTestResult save(Person person, UUID id, Map<String, String> form) {
        var post = browser.post().uri("/hire/listings/" + id).with(person).with(csrf());
        form.forEach(post::param);
        return post.exchange();
    }

    private MvcTestResult publish(UUID id) {
        return publish(id, view(id).version());
    }

    private MvcTestResult publish(UUID id, long version) {
        return browser.post()
                .uri("/hire/listings/" + id + "/publication")
                .with(recruiter)
                .with(csrf())
                .param("version", String.valueOf(version))
                .exchange();
    }

    private MvcTestResult renew(UUID id, LocalDate until) {
        return browser.post()
                .uri("/hire/listings/" + id + "/renewal")
                .with(recruiter)
                .with(csrf())
                .param("until", until.toString())
                .exchange();
    }

    private MvcTestResult close(UUID id, String reason) {
        return browser.post()
                .uri("/hire/listings/" + id + "/closure")
                .with(recruiter)
                .with(csrf())
                .param("reason", reason)
                .exchange();
    }

    private Document page(String address) {
        var result = browser.get().uri(address).with(recruiter).exchange();
        assertThat(result).hasStatus(200);
        return document(result);
    }

    private static Document document(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static UUID idIn(MvcTestResult result) {
        assertThat(result).hasStatus(302);
        var address = requireNonNull(result.getResponse().getRedirectedUrl());
        assertThat(address).startsWith("/hire/listings/");
        return UUID.fromString(address.substring("/hire/listings/".length()));
    }

    private ListingView view(UUID id) {
        return listings.hiring(viewer(), id);
    }

    private Viewer viewer() {
        return new Viewer(recruiter.id(), "Robin Test", Set.of(Role.MEMBER));
    }

    private long count() {
        return hiringList.counts(viewer(), HiringList.Narrowed.TO_NOTHING).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/New_York"));
    }
}
