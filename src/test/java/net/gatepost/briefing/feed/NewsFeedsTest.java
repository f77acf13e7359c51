package net.gatepost.briefing.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.briefing.BriefingStatus;
import net.gatepost.briefing.BriefingView;
import net.gatepost.briefing.Newsroom;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What feeds of others bring, and what they never bring. */
@ModuleTest
class NewsFeedsTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    NewsFeeds feeds;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Clock clock;

    final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    Person editor;
    FeedView feed;

    @BeforeEach
    void aFeed() {
        editor = people.editor();
        var viewer = new Viewer(editor.id(), "Robin Test", Set.of(Role.EDITOR));
        UUID id = feeds.add(viewer, "https://feed.example/" + word, "Bulkhead " + word, "cyber", 24);
        feeds.pause(viewer, id);
        feed = feed();
    }

    private FeedView feed() {
        return feeds.all().stream()
                .filter(one -> one.name().endsWith(word))
                .findFirst()
                .orElseThrow();
    }

    private void bring(String xml) throws IOException {
        feeds.bringIn(feed, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private String rss(String items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title><link>https://x.example</link>"
                + "<description>D</description>" + items + "</channel></rss>";
    }

    private String item(String title, String path, String description) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().minus(Duration.ofHours(3)).atOffset(ZoneOffset.UTC));
        return "<item><title>%s %s</title><link>https://x.example/%s/%s</link><pubDate>%s</pubDate><description>%s</description></item>"
                .formatted(title, word, word, path, date, description);
    }

    private List<BriefingView> drafts() {
        return newsroom.list(EnumSet.allOf(BriefingStatus.class), 1).stream()
                .filter(one -> one.content().headline().contains(word))
                .toList();
    }

    @Test
    void anEntryBecomesADraftOnceAndNeverMoreThanADraft() throws IOException {
        String xml = rss(item(
                "A &lt;b&gt;bold&lt;/b&gt; claim",
                "1",
                "<![CDATA[<p>So <script>x()</script>it is.</p>" + "<p>long words</p>".repeat(90) + "]]>"));

        bring(xml);
        bring(xml);

        assertThat(drafts()).singleElement().satisfies(draft -> {
            var content = draft.content();
            assertThat(draft.status()).isEqualTo(BriefingStatus.DRAFT);
            assertThat(content.headline()).isEqualTo("A bold claim " + word);
            assertThat(content.summary())
                    .startsWith("So it is. long words")
                    .hasSizeLessThanOrEqualTo(300)
                    .endsWith("…");
            assertThat(content.body()).isEmpty();
            assertThat(content.source().name()).isEqualTo("Bulkhead " + word);
            assertThat(content.source().url()).isEqualTo("https://x.example/" + word + "/1");
            assertThat(content.source().date()).isNotNull();
        });
        assertThat(feed().brought()).isEqualTo(1);
        var viewer = new Viewer(editor.id(), "Robin Test", Set.of(Role.EDITOR));
        newsroom.discard(viewer, drafts().get(0).id());
        bring(xml);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void atomIsReadAsWellAndWhatLeadsNowhereIsLeftOut() throws IOException {
        bring("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:x</id><updated>2026-11-25T10:00:00Z</updated>
                <entry><id>urn:1</id><title>Atom %1$s</title><link href="https://x.example/%1$s/a"/><summary>Short.</summary></entry>
                <entry><id>urn:2</id><title>Nowhere %1$s</title><link href="javascript:alert(1)"/></entry>
                <entry><id>urn:3</id><title>Old %1$s</title><link href="https://x.example/%1$s/b"/><published>2001-01-01T00:00:00Z</published></entry>
                </feed>""".formatted(word));

        assertThat(drafts()).extracting(draft -> draft.content().headline()).containsExactly("Atom " + word);
    }

    @Test
    void whatIsNoFeedOrWantsMoreThanReadingIsToldToTheEditor() throws IOException {
        for (String nonsense : List.of(
                "<html>no feed</html>",
                "",
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + rss(item("&x;", "9", "d")))) {
            bring(nonsense);
            assertThat(feed().failure()).as(nonsense).isEqualTo("UNREADABLE");
        }
        assertThat(drafts()).isEmpty();
        assertThat(browser.get().uri("/admin/briefings/feeds").with(editor))
                .bodyText()
                .contains("neither RSS nor Atom", "Bulkhead " + word);
    }

    @Test
    void anEntryWithMarkedTextIsNotKept() throws IOException {
        bring(rss(item("TOP SECRET//SI//NOFORN", "m", "d") + item("Plain", "p", "d")));

        assertThat(drafts()).extracting(draft -> draft.content().headline()).containsExactly("Plain " + word);
    }

    @Test
    void aFeedIsAddedOnceAndOnlyFromAPublicHttpsAddress() {
        for (String address : List.of("http://x.example/feed", "https://user@x.example/", "file:///etc/passwd", "")) {
            assertThat(add(address)).hasStatus(422).bodyText().contains("Give an https address");
        }
        assertThat(add("https://feed.example/" + word))
                .hasStatus(422)
                .bodyText()
                .contains("fetched already");
        assertThat(add("https://feed.example/other-" + word)).hasRedirectedUrl("/admin/briefings/feeds");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult add(String address) {
        return browser.post()
                .uri("/admin/briefings/feeds")
                .param("address", address)
                .param("name", "Another")
                .param("topic", "cyber")
                .param("hours", "6")
                .with(editor)
                .with(csrf())
                .exchange();
    }
}
