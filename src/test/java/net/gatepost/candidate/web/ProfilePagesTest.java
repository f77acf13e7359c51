package net.gatepost.candidate.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.candidate.CandidateProfile;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Row;
import net.gatepost.candidate.Section;
import net.gatepost.candidate.Work;
import net.gatepost.clearance.Clearance;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class ProfilePagesTest {

    private static final Work WORK =
            new Work("Engineer", "Acme", null, YearMonth.of(2019, 4), YearMonth.of(2024, 2), "Did *radar*");

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Candidates candidates;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TestClock clock;

    People.Person casey;

    @BeforeEach
    void aMember() {
        casey = people.member();
    }

    private Viewer viewer() {
        return new Viewer(casey.id(), "Robin Test", Set.of(Role.MEMBER));
    }

    private CandidateProfile profile() {
        return candidates.profileOf(viewer());
    }

    private MvcTestResult get(String path) {
        return browser.get().uri(path).with(casey).exchange();
    }

    /** @param fields name, value, name, value … */
    private MvcTestResult post(String path, String... fields) {
        var request = browser.post().uri(path).with(casey).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(MvcTestResult answer) {
        return page(answer).text();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String month(int fromNow) {
        return YearMonth.now(java.time.ZoneOffset.UTC).plusMonths(fromNow).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/me/profile",
                "/me/profile/preview",
                "/me/profile/preview?as=masked",
                "/me/profile/preview?as=nonsense",
                "/me/profile/deletion",
                "/me/profile/basics",
                "/me/profile/plans",
                "/me/profile/personal",
                "/me/profile/clearances/new",
                "/me/profile/work/new",
                "/me/profile/certifications/new",
                "/me/profile/education/new",
                "/me/profile/service/new"
            })
    void aMemberMayOpenEachPageAndNobodyElse(String path) {
        var answer = get(path);
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(page(answer).select("h1")).hasSize(1);
        assertThat(text(answer)).doesNotContain("??");
        assertThat(browser.get().uri(path)).hasStatus3xxRedirection();
    }

    @Test
    void anEmptyProfileSaysWhatToDoNext() {
        var page = page(get("/me/profile"));
        assertThat(page.text()).contains("Your profile is empty", "Sealed");
        assertThat(page.select("aside a[href=/me/profile/clearances/new]")).hasSize(1);
    }

    @Test
    void aClearanceIsAddedAndItsStatusSaidInWordsWithItsRule() {
        assertThat(post(
                        "/me/profile/clearances/new",
                        "key",
                        key(),
                        "level",
                        "us.top-secret",
                        "accesses",
                        "SCI",
                        "lastUsed",
                        "2026-03",
                        "granted",
                        "2019-05",
                        "polygraph",
                        "CI",
                        "polygraphMonth",
                        "2020-01",
                        "polygraphAgency",
                        "An agency",
                        "tier",
                        "us.t5",
                        "investigationClosed",
                        "2019-04",
                        "continuousVetting",
                        "true"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/me/profile");
        var page = page(get("/me/profile"));
        assertThat(page.text())
                .contains("Top Secret, SCI")
                .contains("Current until March 2028 under the 24-month rule (1997): it must be reinstated; "
                        + "your security officer decides.")
                .contains("Granted May 2019", "Polygraph CI", "Tier 5 (T5)", "Continuous vetting yes");
        assertThat(page.select("svg.posts rect:not(.stub)")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "us-doe.q,DOE Q",
        "uk.dv,UK DV",
        "australia.nv2,Australian NV2",
        "us-public-trust.high,'Public Trust, high'"
    })
    void eachSchemeMayBeEntered(String code, String label) {
        post("/me/profile/clearances/new", "key", key(), "level", code, "inAccess", "true");
        assertThat(text(get("/me/profile"))).contains(label, "Active");
    }

    @Test
    void aClearanceIsChangedFromAFormThatHoldsWhatIsStored() {
        candidates.add(
                viewer(),
                Section.CLEARANCES,
                UUID.randomUUID(),
                Clearance.inAccess("us.secret").asInterim());
        var row = profile().rows(Section.CLEARANCES).get(0);
        String path = "/me/profile/clearances/" + row.id();
        var form = page(get(path));
        assertThat(form.select("option[selected][value=us.secret]")).hasSize(1);
        assertThat(form.select("input[name=interim][checked]")).hasSize(1);
        assertThat(form.select("input[name=version]").attr("value")).isEqualTo("0");

        assertThat(post(path, "version", "0", "level", "us.secret", "inAccess", "true"))
                .hasRedirectedUrl("/me/profile");
        assertThat(profile().clearances()).containsExactly(Clearance.inAccess("us.secret"));
    }

    @ParameterizedTest(name = "{0}={1}: {3}")
    @CsvSource(
            nullValues = "none",
            value = {
                "level, '', level, Choose a level",
                "level, us.cosmic, level, Choose a level from the list",
                "accesses, SAP;nonsense, accesses, Choose one from the list",
                "accesses, SCI, accesses, be held on top of this level",
                "lastUsed, '', lastUsed, Say in which month",
                "lastUsed, 2099-01, lastUsed, be in the future",
                "lastUsed, 2018-12, lastUsed, before the month it was granted",
                "lastUsed, yesterday, lastUsed, Write the year and the month",
                "lastUsed, 2026-13, lastUsed, Write the year and the month",
                "lastUsed, 0001-01, lastUsed, Write the year and the month",
                "inAccess, true, lastUsed, Leave the month of last use empty",
                "granted, 2098-01, granted, be in the future",
                "polygraph, TRUTH_SERUM, polygraph, Choose one from the list",
                "polygraphMonth, 2020-01, polygraph, Choose the polygraph",
                "tier, us.t9, tier, Choose a tier from the list",
                "investigationClosed, 2098-01, investigationClosed, be in the future"
            })
    void aBadClearanceIsExplainedBesideItsFieldAndNothingIsStored(
            String field, String value, String badField, String words) {
        var fields = new java.util.LinkedHashMap<String, String>();
        fields.put("key", key());
        fields.put("level", "us.secret");
        fields.put("lastUsed", "2026-01");
        fields.put("granted", "2019-01");
        fields.put("polygraphAgency", "");
        fields.put(field, value);
        var request =
                browser.post().uri("/me/profile/clearances/new").with(casey).with(csrf());
        fields.forEach((name, typed) -> request.param(name, typed.split(";")));
        var answer = request.exchange();
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.select(".errors").text()).contains(words);
        assertThat(requireNonNull(page.getElementById(badField + "-error")).text())
                .contains(words);
        assertThat(page.select("input[name=granted]").attr("value")).isEqualTo(fields.get("granted"));
        assertThat(page.select("input[name=key]").attr("value")).isEqualTo(fields.get("key"));
        assertThat(profile()).isEqualTo(CandidateProfile.EMPTY);
    }

    @Test
    void aPolygraphInTheFutureIsRefused() {
        var answer = post(
                "/me/profile/clearances/new",
                "key",
                key(),
                "level",
                "us.secret",
                "inAccess",
                "true",
                "polygraph",
                "CI",
                "polygraphMonth",
                month(1));
        assertThat(answer).hasStatus(422);
        assertThat(requireNonNull(page(answer).getElementById("polygraphMonth-error"))
                        .text())
                .contains("be in the future");
        assertThat(post(
                        "/me/profile/clearances/new",
                        "key",
                        key(),
                        "level",
                        "us.secret",
                        "inAccess",
                        "true",
                        "polygraph",
                        "CI",
                        "polygraphMonth",
                        month(0)))
                .hasStatus3xxRedirection();
    }

    @Test
    void aLevelThatTheCatalogueForgotIsShownAsUnknown() {
        candidates.add(viewer(), Section.CLEARANCES, UUID.randomUUID(), Clearance.inAccess("us.secret"));
        var row = profile().rows(Section.CLEARANCES).get(0);
        database.update(
                "update candidate_clearance set level_code = 'us.ultra', accesses = 'sci,xyz', tier = 'us.t0' where id = ?",
                row.id());
        assertThat(text(get("/me/profile"))).contains("Level not in the catalogue", "Can’t be told");
        assertThat(get("/me/profile/preview")).hasStatusOk().bodyText().contains("Level not in the catalogue");
        assertThat(get("/me/profile/preview?as=masked"))
                .hasStatusOk()
                .bodyText()
                .contains("Level not in the catalogue");
        String path = "/me/profile/clearances/" + row.id();
        assertThat(get(path)).hasStatusOk();
        assertThat(post(path, "version", "0", "level", "us.ultra", "inAccess", "true"))
                .hasStatus(422);
        assertThat(post(path, "version", "0", "level", "us.secret", "inAccess", "true"))
                .hasStatus3xxRedirection();
    }

    @ParameterizedTest(name = "{0} {1}={2}")
    @CsvSource({
        "work, title, '', title",
        "work, employer, '  ', employer",
        "work, title, LONG, title",
        "work, title, CONTROL, title",
        "work, location, LONG, location",
        "work, description, VERYLONG, description",
        "work, description, CONTROL, description",
        "work, started, '', started",
        "work, started, 2019, started",
        "work, started, 2098-01, started",
        "work, ended, 2098-01, ended",
        "work, ended, 2018-01, ended",
        "education, school, '', school",
        "education, degree, LONG, degree",
        "education, subject, CONTROL, subject",
        "education, completed, 20x9, completed",
        "education, completed, 2098, completed",
        "education, completed, 1066, completed",
        "certifications, code, no-such, code",
        "certifications, code, '', code",
        "certifications, name, Also this, name",
        "certifications, name, LONG, name",
        "certifications, earned, 2098-01, earned",
        "certifications, earned, soon, earned",
        "certifications, expires, 2001-01, expires",
        "service, branch, '', branch",
        "service, branch, STARFLEET, branch",
        "service, specialty, CONTROL, specialty",
        "service, started, '', started",
        "service, started, 99, started",
        "service, ended, 2001, ended",
        "service, ended, 2098, ended"
    })
    void aBadEntryIsRefusedBesideItsFieldAndNothingIsStored(
            String section, String field, String value, String badField) {
        var answer = postEntry(section, field, value);
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.select("#" + badField + "-error")).hasSize(1);
        assertThat(page.select(".errors a[href=#" + badField + "]")).isNotEmpty();
        assertThat(page.text()).doesNotContain("??", "Exception");
        assertThat(profile()).isEqualTo(CandidateProfile.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"work", "education", "certifications", "service"})
    void aGoodEntryIsAddedOnceHoweverOftenItIsPostedAndIsShownAsText(String section) {
        String key = key();
        assertThat(postEntry(section, "key", key)).hasRedirectedUrl("/me/profile");
        assertThat(postEntry(section, "key", key)).hasRedirectedUrl("/me/profile");
        var rows = Section.ALL.stream()
                .filter(one -> one.name().equals(section))
                .flatMap(one -> profile().rows(one).stream())
                .toList();
        assertThat(rows).hasSize(1);
        String path = "/me/profile/" + section + "/" + rows.get(0).id();
        assertThat(get(path)).hasStatusOk();
        var page = page(get("/me/profile"));
        assertThat(page.select("a[href=" + path + "]")).hasSize(1);
        assertThat(page.select("main script, main b")).isEmpty();

        assertThat(post(path + "/removal")).hasRedirectedUrl("/me/profile");
        assertThat(get(path)).hasStatus(404);
        assertThat(post(path + "/removal")).hasStatus(404);
    }

    private MvcTestResult postEntry(String section, String field, String value) {
        var fields = new java.util.LinkedHashMap<String, String>();
        fields.put("key", key());
        switch (section) {
            case "work" -> {
                fields.put("title", "<b>Engineer</b>");
                fields.put("employer", "Acme");
                fields.put("location", "Austin, TX");
                fields.put("started", "2019-04");
                fields.put("ended", "2024-02");
                fields.put("description", "Line one\r\nLine <script>two</script>");
            }
            case "education" -> {
                fields.put("school", "<b>MIT</b>");
                fields.put("degree", "BSc");
                fields.put("subject", "Physics");
                fields.put("completed", "2009");
            }
            case "certifications" -> {
                fields.put("code", "security-plus");
                fields.put("name", "");
                fields.put("earned", "2020-01");
                fields.put("expires", "2099-01");
            }
            case "service" -> {
                fields.put("branch", "US_NAVY");
                fields.put("specialty", "<b>IT</b>");
                fields.put("started", "2010");
                fields.put("ended", "2015");
            }
            default -> throw new IllegalArgumentException(section);
        }
        fields.put(
                field,
                switch (value) {
                    case "LONG" -> "x".repeat(121);
                    case "VERYLONG" -> "x".repeat(4001);
                    case "CONTROL" -> "a\u0000b\u001b";
                    default -> value;
                });
        return post(
                "/me/profile/" + section + "/new",
                fields.entrySet().stream()
                        .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                        .toArray(String[]::new));
    }

    @Test
    void aFullSectionSaysSoAndKeepsWhatWasTyped() {
        for (int i = 0; i < Section.EDUCATION.most(); i++) {
            candidates.add(
                    viewer(),
                    Section.EDUCATION,
                    UUID.randomUUID(),
                    new net.gatepost.candidate.Education("MIT", "BSc", null, null));
        }
        var answer = post("/me/profile/education/new", "key", key(), "school", "Oxford", "degree", "MSc");
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("There is room for 10 here");
        assertThat(page(answer).select("input[name=school]").attr("value")).isEqualTo("Oxford");
        assertThat(text(get("/me/profile"))).contains("This is full: there is room for 10");
    }

    @Test
    void anEntryOfSomebodyElseIsNotThere() {
        candidates.add(viewer(), Section.WORK, UUID.randomUUID(), WORK);
        Row<Work> row = profile().rows(Section.WORK).get(0);
        casey = people.member();
        for (var id : List.of(row.id().toString(), UUID.randomUUID().toString(), "1", "new-one")) {
            String path = "/me/profile/work/" + id;
            assertThat(get(path)).hasStatus(404);
            assertThat(post(path, "version", "0", "title", "Mine", "employer", "Me", "started", "2020-01"))
                    .hasStatus(404);
            assertThat(post(path, "version", "0", "title", "")).hasStatus(404);
            assertThat(post(path + "/removal")).hasStatus(404);
        }
        assertThat(get("/me/profile/clearances/" + row.id())).hasStatus(404);
    }

    @Test
    void aStaleEntryShowsBothVersionsAndASecondSaveWins() {
        candidates.add(viewer(), Section.WORK, UUID.randomUUID(), WORK);
        var row = profile().rows(Section.WORK).get(0);
        String path = "/me/profile/work/" + row.id();
        post(path, "version", "0", "title", "Theirs", "employer", "Acme", "started", "2019-04");

        String[] mine = {"title", "Mine", "employer", "Acme", "started", "2019-04"};
        var answer = post(path, with(mine, "version", "0"));
        assertThat(answer).hasStatus(409);
        var page = page(answer);
        assertThat(page.select("[role=alert]").text()).contains("changed meanwhile", "Theirs");
        assertThat(page.select("input[name=title]").attr("value")).isEqualTo("Mine");
        assertThat(profile().rows(Section.WORK).get(0).content().title()).isEqualTo("Theirs");

        String version = page.select("form.form input[name=version]").attr("value");
        assertThat(post(path, with(mine, "version", version))).hasStatus3xxRedirection();
        assertThat(post(path, with(mine, "version", version))).hasStatus3xxRedirection();
        assertThat(profile().rows(Section.WORK).get(0).content().title()).isEqualTo("Mine");
    }

    private static String[] with(String[] fields, String name, String value) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(fields), java.util.stream.Stream.of(name, value))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me/profile/work/new", "/me/profile/basics"})
    void aFormWithoutItsHiddenFieldsOrWithNonsenseInThemIsABadRequest(String path) {
        assertThat(post(path, "title", "x")).hasStatus(400);
        assertThat(post(path, "key", "x", "version", "x")).hasStatus(400);
    }

    @Test
    void theOncePartsAreSavedAndShown() {
        assertThat(post(
                        "/me/profile/basics",
                        "version",
                        "-1",
                        "headline",
                        " Signals engineer ",
                        "summary",
                        "I do *radar*\r\nwell",
                        "skills",
                        "Java, java\r\nDSP;\n\n Radar "))
                .hasRedirectedUrl("/me/profile");
        assertThat(post(
                        "/me/profile/plans",
                        "version",
                        "1",
                        "places",
                        "Annapolis Junction, MD\r\n20755",
                        "relocation",
                        "ABROAD",
                        "availability",
                        "TWO_WEEKS"))
                .hasRedirectedUrl("/me/profile");
        assertThat(post(
                        "/me/profile/personal",
                        "version",
                        "2",
                        "citizenship",
                        "US",
                        "secondCitizenship",
                        "GB",
                        "phone",
                        "+1 410 555 0100",
                        "employerName",
                        "Acme",
                        "employerDomain",
                        "https://www.Acme.example/jobs"))
                .hasRedirectedUrl("/me/profile");
        var profile = profile();
        assertThat(profile.basics().headline()).isEqualTo("Signals engineer");
        assertThat(profile.basics().skills()).containsExactly("Java", "DSP", "Radar");
        assertThat(profile.plans().places())
                .extracting("placeId")
                .containsExactly("us-md-annapolis-junction", "us-20755");
        assertThat(profile.personal().employerDomain()).isEqualTo("acme.example");
        var page = page(get("/me/profile"));
        assertThat(page.text())
                .contains(
                        "Signals engineer",
                        "Annapolis Junction, MD",
                        "In two weeks",
                        "United States",
                        "United Kingdom");
        assertThat(page.select(".prose em").text()).isEqualTo("radar");
        for (var part : List.of("basics", "plans", "personal")) {
            assertThat(page(get("/me/profile/" + part))
                            .select("input[name=version]")
                            .attr("value"))
                    .isEqualTo(String.valueOf(profile.version()));
        }
    }

    @ParameterizedTest(name = "{0} {1}={2}: {3}")
    @CsvSource({
        "basics, headline, LONG, Shorten this to 120",
        "basics, headline, CONTROL, control characters",
        "basics, summary, VERYLONG, Shorten this to 4000",
        "basics, skills, FIFTYONE, List at most 50 skills; these are 51",
        "basics, skills, LONG, Keep each skill to 60",
        "plans, places, Nowhere At All ZZ, a place that this site knows",
        "plans, places, Springfield, may be several places",
        "plans, places, FIFTYONE, Name at most 10 places",
        "plans, relocation, MARS, Choose one from the list",
        "plans, availability, NEVER, Choose one from the list",
        "personal, citizenship, XX, Choose one from the list",
        "personal, secondCitizenship, US, Choose another country",
        "personal, phone, call me, Write the number with digits",
        "personal, phone, CONTROL, Write the number with digits",
        "personal, employerName, LONG, Shorten this to 120",
        "personal, employerDomain, not a domain, Write a domain"
    })
    void aBadPartIsRefusedBesideItsFieldAndNothingIsStored(String part, String field, String value, String words) {
        String typed = switch (value) {
            case "LONG" -> "x".repeat(121);
            case "VERYLONG" -> "x".repeat(4001);
            case "CONTROL" -> "a\u0000b\u001b";
            case "FIFTYONE" -> IntStream.range(0, 51).mapToObj(i -> "s" + i).collect(Collectors.joining("\n"));
            default -> value;
        };
        var answer = part.equals("personal") && !field.equals("citizenship")
                ? post("/me/profile/personal", "version", "-1", "citizenship", "US", field, typed)
                : post("/me/profile/" + part, "version", "-1", field, typed);
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select("#" + field + "-error").text()).contains(words);
        assertThat(profile()).isEqualTo(CandidateProfile.EMPTY);
    }

    @Test
    void aStalePartShowsBothVersions() {
        post("/me/profile/basics", "version", "-1", "headline", "Theirs");
        var answer = post("/me/profile/basics", "version", "-1", "headline", "Mine", "summary", "Kept");
        assertThat(answer).hasStatus(409);
        var page = page(answer);
        assertThat(page.select("[role=alert]").text()).contains("Headline Theirs");
        assertThat(page.select("input[name=headline]").attr("value")).isEqualTo("Mine");
        assertThat(page.select("textarea[name=summary]").text()).isEqualTo("Kept");
        assertThat(profile().basics().headline()).isEqualTo("Theirs");
        String version = page.select("input[name=version]").attr("value");
        assertThat(post("/me/profile/basics", "version", version, "headline", "Mine"))
                .hasStatus3xxRedirection();
        assertThat(profile().basics().headline()).isEqualTo("Mine");
    }

    @Test
    void aMarkingIsRefusedBesideItsFieldAndTheOthersStay() {
        var answer = post(
                "/me/profile/basics",
                "version",
                "-1",
                "headline",
                "Engineer",
                "summary",
                "TOP SECRET//SI//NOFORN plans");
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.select("#summary-error")).hasSize(1);
        assertThat(page.select("input[name=headline]").attr("value")).isEqualTo("Engineer");
        assertThat(page.html()).doesNotContain("NOFORN plans");
        assertThat(profile()).isEqualTo(CandidateProfile.EMPTY);
    }

    @Test
    void theMaskedPreviewHidesWhoItIsAndTheOpenOneDoesNot() {
        candidates.add(viewer(), Section.WORK, UUID.randomUUID(), WORK);
        post("/me/profile/personal", "version", "0", "employerName", "Acme", "phone", "+1 410 555 0100");
        var open = page(get("/me/profile/preview")).select("article").text();
        assertThat(open).contains("Robin Test", "Acme", "+1 410 555 0100", "April 2019");
        var masked = page(get("/me/profile/preview?as=masked")).select("article");
        assertThat(masked.text())
                .contains("A cleared professional", "Engineer", "4 years")
                .doesNotContain("Robin", "Acme", "555", "2019");
        assertThat(masked.html()).doesNotContain("/me/profile/work/");
    }

    @Test
    void theWholeProfileIsDeletedOnlyByTheButton() {
        candidates.add(viewer(), Section.WORK, UUID.randomUUID(), WORK);
        assertThat(get("/me/profile/deletion")).hasStatusOk();
        assertThat(profile().rows(Section.WORK)).hasSize(1);
        assertThat(post("/me/profile/deletion")).hasRedirectedUrl("/me/profile");
        assertThat(profile()).isEqualTo(CandidateProfile.EMPTY);
        assertThat(post("/me/profile/deletion")).hasRedirectedUrl("/me/profile");
    }

    @Test
    void aPostWithoutItsTokenIsRefused() {
        assertThat(browser.post().uri("/me/profile/deletion").with(casey)).hasStatus(403);
        assertThat(browser.post().uri("/me/profile/basics").with(casey).param("version", "-1"))
                .hasStatus(403);
    }

    @Test
    void statusFollowsTheClock() {
        candidates.add(
                viewer(),
                Section.CLEARANCES,
                UUID.randomUUID(),
                Clearance.lastUsed(YearMonth.now(clock).minusMonths(24), "us.secret"));
        assertThat(text(get("/me/profile"))).contains("Current until");
        clock.advance(java.time.Duration.ofDays(32));
        assertThat(text(get("/me/profile"))).contains("Expired since the end of");
    }
}
