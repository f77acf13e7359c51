package net.gatepost.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.job.search.TextQuery;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What becomes of a briefing, and what everybody sees of it. */
@ModuleTest
@Tag("search")
class BriefingsTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Briefings briefings;

    @Autowired
    BriefingSearch search;

    @Autowired
    TestClock clock;

    /** In headlines of this test alone. */
    final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    Viewer editor;

    @BeforeEach
    void anEditor() {
        editor = new Viewer(people.editor().id(), "Robin Test", Set.of(Role.MEMBER, Role.EDITOR));
    }

    private UUID draft(Drafts draft) {
        return newsroom.draft(editor, UUID.randomUUID(), draft.draft());
    }

    private BriefingView published(Drafts draft) {
        UUID id = draft(draft);
        publish(id);
        return newsroom.one(id);
    }

    private void publish(UUID id) {
        var stands = newsroom.one(id);
        newsroom.publish(editor, id, stands.version(), stands.content());
    }

    private void schedule(UUID id, Instant at) {
        var stands = newsroom.one(id);
        newsroom.schedule(editor, id, stands.version(), stands.content(), at);
    }

    @Test
    void nobodyReadsABriefingBeforeItIsPublished() {
        UUID id = draft(Drafts.headed("Early " + word));
        schedule(id, clock.instant().plus(Duration.ofHours(1)));
        String path = newsroom.one(id).path();

        assertThat(browser.get().uri(path)).hasStatus(404);
        assertThat(browser.get().uri("/briefings")).hasStatusOk().bodyText().doesNotContain(word);
        assertThat(briefings.publishedSince(null, Instant.EPOCH, 100))
                .noneMatch(one -> one.headline().contains(word));

        publish(id);

        assertThat(browser.get().uri(path)).hasStatusOk().bodyText().contains("Early " + word);
        assertThat(browser.get().uri("/briefings")).bodyText().contains(word);
        assertThat(browser.get().uri("/briefings/topics/cyber")).bodyText().contains(word);
        assertThat(browser.get().uri("/briefings/topics/space")).bodyText().doesNotContain(word);
        assertThat(briefings.publishedSince("cyber", Instant.EPOCH, 100))
                .anyMatch(one -> one.path().equals(path));
    }

    @Test
    void aScheduledBriefingGoesOutWhenItsTimeHasCome() {
        UUID id = draft(Drafts.headed("Later " + word));
        var at = clock.instant().plus(Duration.ofMinutes(30));
        schedule(id, at);

        newsroom.publishDue();
        assertThat(newsroom.one(id).status()).isEqualTo(BriefingStatus.SCHEDULED);

        clock.advance(Duration.ofMinutes(31));
        newsroom.publishDue();
        newsroom.publishDue();

        var out = newsroom.one(id);
        assertThat(out.status()).isEqualTo(BriefingStatus.PUBLISHED);
        assertThat(out.publishedAt()).isEqualTo(at);
    }

    @Test
    void aBriefingGoesOutOnlyWhenItIsWholeAndNotIntoThePast() {
        UUID id = draft(Drafts.headed("Half " + word).saying(" "));

        assertThatThrownBy(() -> publish(id))
                .isInstanceOfSatisfying(
                        NotWhole.class, half -> assertThat(half.missing()).containsExactly(NotWhole.Part.BODY));
        UUID whole = draft(Drafts.headed("Whole " + word));
        assertThatThrownBy(() -> schedule(whole, clock.instant().minusSeconds(1)))
                .isInstanceOf(NotWhole.class);
    }

    @Test
    void aCorrectionSaysWhenAndWhat() {
        var out = published(Drafts.headed("Wrong " + word));

        newsroom.correct(
                editor, out.id(), out.version(), Drafts.headed("Right " + word).draft(), "It is <b>right</b> now.");

        assertThat(newsroom.one(out.id()).path()).isEqualTo(out.path());
        assertThat(browser.get().uri(out.path()))
                .hasStatusOk()
                .bodyText()
                .contains("Right " + word, "Corrected on", "It is &lt;b&gt;right&lt;/b&gt; now.", "\"correction\":")
                .doesNotContain("Wrong " + word);
        assertThatThrownBy(() -> newsroom.correct(
                        editor, out.id(), out.version(), Drafts.headed("Old").draft(), "From an old page"))
                .isInstanceOf(StaleBriefing.class);
    }

    @Test
    void whatWasWithdrawnIsGoneWithItsReasonAndForGood() {
        var out = published(Drafts.headed("Untrue " + word));

        newsroom.withdraw(editor, out.id(), "It was untrue.");

        assertThat(browser.get().uri(out.path()))
                .hasStatus(410)
                .bodyText()
                .contains("It was untrue.")
                .doesNotContain(word);
        assertThat(browser.get().uri("/briefings")).bodyText().doesNotContain(word);
        assertThatThrownBy(() -> publish(out.id())).isInstanceOf(IllegalBriefingState.class);
    }

    @Test
    void theSameFormSentTwiceMakesOneDraftAndTheSameHeadlineTwoAddresses() {
        UUID form = UUID.randomUUID();
        var content = Drafts.headed("Twice " + word).draft();

        UUID first = newsroom.draft(editor, form, content);
        UUID second = newsroom.draft(editor, form, content);

        assertThat(second).isEqualTo(first);
        publish(first);
        var other = published(Drafts.headed("Twice " + word));
        assertThat(newsroom.one(first).slug()).isEqualTo("twice-" + word);
        assertThat(other.slug()).isEqualTo("twice-" + word + "-2");
    }

    @Test
    void anArticleIsHtmlThatCannotBreakOutAndDataThatSaysTheSame() {
        var out = published(Drafts.headed("</script><script>x " + word)
                .saying("## Sub-heading\n\n<script>alert(1)</script>\n\n[A link](javascript:x)")
                .adding("Elsewhere."));

        assertThat(browser.get().uri(out.path()))
                .hasStatusOk()
                .bodyText()
                .contains("<h2>Sub-heading</h2>", "In another development", "\"@type\":\"NewsArticle\"")
                .contains("\\u003c/script\\u003e", "og:type\" content=\"article\"", "1 minute to read")
                .doesNotContain("<script>alert", "javascript:x", "</script><script>x");
    }

    @Test
    void whatHasMoreInCommonIsRelatedFirst() {
        var subject = published(Drafts.headed("Subject " + word).tagged(word, "other" + word));
        published(Drafts.headed("Both " + word).under("space").tagged(word, "other" + word));
        published(Drafts.headed("One " + word).under("space").tagged(word));
        published(Drafts.headed("None " + word).under("space"));

        assertThat(briefings.related(subject, 2))
                .extracting(PublishedBriefing::headline)
                .containsExactly("Both " + word, "One " + word);
        assertThat(browser.get().uri("/briefings?tag=" + word))
                .bodyText()
                .contains("Both " + word, "Subject " + word)
                .doesNotContain("None " + word);
    }

    @Test
    void aBriefingIsFoundByItsWordsWhileItIsPublished() {
        var out = published(Drafts.headed("Satellites " + word)
                .saying("The **calibrations** of a lens.")
                .tagged("optics"));
        var other = published(Drafts.headed("Lens " + word).saying("A lens."));
        draft(Drafts.headed("Lens draft " + word));
        String both = word + " lens";

        await().untilAsserted(() ->
                assertThat(search.search(TextQuery.parse(both), 1).total()).isEqualTo(2));
        assertThat(search.search(TextQuery.parse(both), 1).briefings())
                .extracting(PublishedBriefing::id)
                .containsExactly(other.id(), out.id());
        assertThat(browser.get().uri("/briefings?q={q}", word + " calibrating"))
                .hasStatusOk()
                .bodyText()
                .contains("Satellites " + word, "1 briefing has")
                .doesNotContain("Lens " + word);
        assertThat(browser.get().uri("/briefings?q={q}", word + " \"of a lens\" -optics"))
                .bodyText()
                .contains("Nothing is found");

        newsroom.withdraw(editor, out.id(), "Untrue.");

        // At once, although the index follows later.
        assertThat(search.search(TextQuery.parse(word + " calibration"), 1).briefings())
                .isEmpty();
        await().untilAsserted(() ->
                assertThat(search.search(TextQuery.parse(both), 1).total()).isEqualTo(1));
    }

    @Test
    void feedsAndTheSitemapHaveWhatIsPublishedAlone() {
        var out = published(Drafts.headed("Feed & <more> " + word));
        draft(Drafts.headed("Drafted " + word));

        for (String feed : List.of("/briefings.atom", "/briefings/topics/cyber/briefings.atom")) {
            assertThat(browser.get().uri(feed))
                    .hasStatusOk()
                    .hasContentTypeCompatibleWith("application/atom+xml")
                    .bodyText()
                    .contains("Feed &amp; &lt;more&gt; " + word, "urn:uuid:" + out.id(), "term=\"cyber\"")
                    .doesNotContain("Drafted " + word);
        }
        assertThat(browser.get().uri("/briefings/topics/space/briefings.atom"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(word);
        assertThat(browser.get().uri("/briefings/topics/none/briefings.atom")).hasStatus(404);
        assertThat(browser.get().uri("/sitemap/pages.xml"))
                .bodyText()
                .contains(out.path() + "</loc><lastmod>", "/briefings/topics/cyber</loc>");
    }

    @Test
    void whatXmlCannotHoldIsLeftOutOfAFeedAndBreaksNone() {
        published(Drafts.headed("Odd\uFFFE\u0001 sign " + word).tagged("odd"));

        for (String feed : List.of("/briefings.atom", "/briefings/topics/cyber/briefings.atom")) {
            assertThat(browser.get().uri(feed)).hasStatusOk().bodyText().contains("Odd sign " + word);
        }
    }

    @Test
    void oddAddressesOfListsAreEmptyListsOrNoPages() {
        assertThat(browser.get().uri("/briefings/topics/no-such")).hasStatus(404);
        assertThat(browser.get().uri("/briefings/no-such")).hasStatus(404);
        for (String query : List.of(
                "?page=9999",
                "?page=x",
                "?q=%00",
                "?q=%22&page=9999",
                "?q=a&page=77",
                "?tag=%00%01",
                "?tag=" + "x".repeat(500))) {
            assertThat(browser.get().uri("/briefings" + query)).as(query).hasStatusOk();
        }
    }
}
