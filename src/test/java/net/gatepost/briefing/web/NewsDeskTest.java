package net.gatepost.briefing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.briefing.BriefingStatus;
import net.gatepost.briefing.BriefingView;
import net.gatepost.briefing.Drafts;
import net.gatepost.briefing.Newsroom;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The editor's desk, as forms are sent to it. */
@ModuleTest
class NewsDeskTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Newsroom newsroom;

    final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    Person editor;

    @BeforeEach
    void anEditor() {
        editor = people.editor();
    }

    private MvcTestResult send(String path, Map<String, String> fields) {
        var request = browser.post().uri(path).with(editor).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private UUID draft() {
        var viewer = new Viewer(editor.id(), "Robin Test", Set.of(Role.EDITOR));
        return newsroom.draft(
                viewer, UUID.randomUUID(), Drafts.headed("Drafted " + word).draft());
    }

    private BriefingView one(UUID id) {
        return newsroom.one(id);
    }

    private Map<String, String> typed(String... more) {
        var fields = new java.util.HashMap<>(Map.of(
                "version", "0",
                "headline", "Typed " + word,
                "summary", "Short.",
                "topic", "cyber",
                "body", "Long."));
        for (int at = 0; at < more.length; at += 2) {
            fields.put(more[at], more[at + 1]);
        }
        return fields;
    }

    @Test
    void anEditorReachesTheDeskAndNoOtherRoomOfIt() {
        assertThat(browser.get().uri("/admin/briefings").with(editor))
                .hasStatusOk()
                .bodyText()
                .contains("News desk", "Write a briefing")
                .doesNotContain("href=\"/admin/people\"", "href=\"/admin\"");
        assertThat(browser.get().uri("/admin").with(editor)).hasStatus(403);
    }

    @Test
    void whatCannotBeReadIsSaidBesideItsFieldAndNothingTypedIsLost() {
        var answer = send(
                "/admin/briefings",
                typed(
                        "headline", "",
                        "body", "<b>Kept</b>",
                        "sourceUrl", "javascript:alert(1)",
                        "datedAt", "yesterday",
                        "sourceDate", "2026-13-01",
                        "tags", "a,b,c,d,e,f,g,h,i",
                        "employer", "No Such Employer",
                        "place", "bell\u0007"));

        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("Write a headline", "begins with https://", "Give a date and a time", "Give a day")
                .contains("At most 8 tags", "No verified employer has that name", "Remove the control characters")
                .contains("&lt;b&gt;Kept&lt;/b&gt;", "yesterday", "No Such Employer");
    }

    @Test
    void aDraftIsBegunOnceSavedScheduledAndPublished() {
        var form = typed("submission", UUID.randomUUID().toString(), "employer", "");
        String at = String.valueOf(send("/admin/briefings", form).getResponse().getRedirectedUrl());
        assertThat(send("/admin/briefings", form)).hasRedirectedUrl(at);
        var id = UUID.fromString(at.substring(at.lastIndexOf('/') + 1));

        assertThat(send(at + "/schedule", typed("publishAt", "2020-01-01T00:00")))
                .hasStatus(422)
                .bodyText()
                .contains("a moment that is still to come");
        assertThat(send(at + "/schedule", typed("publishAt", "2190-01-01T00:00")))
                .hasRedirectedUrl(at);
        assertThat(one(id).status()).isEqualTo(BriefingStatus.SCHEDULED);
        assertThat(send(at + "/schedule/end", Map.of())).hasRedirectedUrl(at);
        assertThat(one(id).status()).isEqualTo(BriefingStatus.DRAFT);

        String version = String.valueOf(one(id).version());
        assertThat(send(at + "/publication", typed("version", version, "body", " ")))
                .hasStatus(422)
                .bodyText()
                .contains("Write the article before it goes out");
        assertThat(send(at + "/publication", typed("version", version))).hasRedirectedUrl(at);
        assertThat(one(id).status()).isEqualTo(BriefingStatus.PUBLISHED);
        // Sent twice, the second one finds it published.
        assertThat(send(at + "/publication", typed("version", String.valueOf(one(id).version()))))
                .hasStatus(409);
        assertThat(send(at + "/removal", Map.of())).hasStatus(409);
    }

    @Test
    void whoComesSecondSeesBothVersionsAndMaySendTheirsAgain() {
        UUID id = draft();
        send("/admin/briefings/" + id, typed("body", "Saved by the first."));

        var second = send("/admin/briefings/" + id, typed("body", "Typed by the second."));

        assertThat(second)
                .hasStatus(409)
                .bodyText()
                .contains("Saved by the first.", "Typed by the second.", "name=\"version\" value=\"1\"");
        assertThat(one(id).content().body()).isEqualTo("Saved by the first.");
        assertThat(send("/admin/briefings/" + id, typed("version", "1", "body", "Typed by the second.")))
                .hasStatus(302);
    }

    @Test
    void aPreviewShowsWhatIsTypedAndKeepsNothing() {
        UUID id = draft();
        var form = typed("body", "## Sub-heading", "topic", "");

        assertThat(send("/admin/briefings/" + id + "/preview", form))
                .hasStatusOk()
                .bodyText()
                .contains("<h2>Sub-heading</h2>", "## Sub-heading", "Save the draft");
        var inPlace = browser.post()
                .uri("/admin/briefings/preview")
                .header("HX-Request", "true")
                .param("body", "**Bold**")
                .with(editor)
                .with(csrf());
        assertThat(inPlace)
                .hasStatusOk()
                .bodyText()
                .contains("<strong>Bold</strong>")
                .doesNotContain("<html");
        assertThat(one(id).content().headline()).isEqualTo("Drafted " + word);
    }

    @Test
    void aCorrectionNeedsANoteAndAWithdrawalAReason() {
        UUID id = draft();
        String at = "/admin/briefings/" + id;
        send(at + "/publication", typed());
        String version = String.valueOf(one(id).version());

        assertThat(send(at + "/correction", typed("version", version, "body", "Better.")))
                .hasStatus(422)
                .bodyText()
                .contains("Say what was wrong", "Better.");
        assertThat(send(at + "/correction", typed("version", version, "body", "Better.", "note", "It was\r\nworse.")))
                .hasRedirectedUrl(at);
        assertThat(one(id).status()).isEqualTo(BriefingStatus.CORRECTED);

        assertThat(send(at + "/withdrawal", Map.of("reason", " ")))
                .hasStatus(422)
                .bodyText()
                .contains("Give a reason");
        assertThat(send(at + "/withdrawal", Map.of("reason", "Untrue."))).hasRedirectedUrl(at);
        assertThat(send(at + "/withdrawal", Map.of("reason", "Again."))).hasRedirectedUrl(at);
        assertThat(one(id).withdrawnReason()).isEqualTo("Untrue.");
        assertThat(browser.get().uri(at).with(editor)).hasStatusOk().bodyText().contains("Untrue.", "Better.");
    }

    @Test
    void aPictureNeedsWordsAndIsSeenOnlyWhileItsBriefingIs() throws IOException {
        UUID id = draft();
        String at = "/admin/briefings/" + id + "/image";
        byte[] png = picture();

        assertThat(sendPicture(at, png, " ")).hasStatus(422).bodyText().contains("Say what it shows");
        assertThat(sendPicture(at, "<svg/>".getBytes(StandardCharsets.UTF_8), "A drawing"))
                .hasStatus(422)
                .bodyText()
                .contains("this file is none", "A drawing");
        assertThat(sendPicture(at, new byte[0], "A drawing"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a picture");
        assertThat(sendPicture(at, png, "Two \"inspectors\"")).hasStatus(302);
        // Other words for the same picture.
        assertThat(sendPicture(at, new byte[0], "Three \"inspectors\"")).hasStatus(302);

        send("/admin/briefings/" + id + "/publication", typed());
        String path = one(id).path();
        assertThat(browser.get().uri(path))
                .bodyText()
                .contains("alt=\"Three &quot;inspectors&quot;\"", "og:image", path + "/image?");
        assertThat(browser.get().uri(path + "/image")).hasStatusOk().hasContentType("image/jpeg");
        send("/admin/briefings/" + id + "/withdrawal", Map.of("reason", "Untrue."));
        assertThat(browser.get().uri(path + "/image")).hasStatus(404);

        UUID discarded = draft();
        sendPicture("/admin/briefings/" + discarded + "/image", png, "A drawing");
        assertThat(send("/admin/briefings/" + discarded + "/removal", Map.of())).hasRedirectedUrl("/admin/briefings");
        assertThat(browser.get()
                        .uri("/admin/briefings/" + discarded + "/image/file")
                        .with(editor))
                .hasStatus(404);
    }

    private MvcTestResult sendPicture(String path, byte[] content, String alternative) {
        return browser.post()
                .uri(path)
                .multipart()
                .file(new MockMultipartFile("file", "picture.png", "image/png", content))
                .param("alternative", alternative)
                .with(editor)
                .with(csrf())
                .exchange();
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void markedTextIsRefusedBesideItsField() {
        UUID id = draft();

        var answer = send("/admin/briefings/" + id, typed("body", "TOP SECRET//SI//NOFORN and more"));

        assertThat(answer).hasStatus(422).bodyText().contains("Typed " + word).doesNotContain("NOFORN");
        assertThat(one(id).content().body()).isEqualTo("What happened.");
    }

    @Test
    void anAdministratorMakesAnEditorAndUnmakesOne() {
        var somebody = people.member();
        var administrator = people.administrator();
        String path = "/admin/people/" + somebody.id() + "/editing";

        assertThat(browser.get().uri("/admin/briefings").with(somebody)).hasStatus(403);
        assertThat(browser.post().uri(path).with(administrator).with(csrf())).hasStatus(302);
        assertThat(browser.get().uri("/admin/briefings").with(somebody)).hasStatusOk();
        assertThat(browser.post().uri(path + "/end").with(administrator).with(csrf()))
                .hasStatus(302);
        assertThat(browser.get().uri("/admin/briefings").with(somebody)).hasStatus(403);
    }
}
