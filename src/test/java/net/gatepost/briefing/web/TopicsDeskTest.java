package net.gatepost.briefing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.briefing.BriefingTopic;
import net.gatepost.briefing.BriefingView;
import net.gatepost.briefing.Briefings;
import net.gatepost.briefing.Drafts;
import net.gatepost.briefing.Newsroom;
import net.gatepost.briefing.Topics;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class TopicsDeskTest {

    private static final String DESK = "/admin/briefings/topics";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Briefings briefings;

    @Autowired
    Topics topics;

    @Autowired
    JdbcClient database;

    final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    Person editor;

    @BeforeEach
    void anEditor() {
        editor = people.editor();
    }

    /** Other tests count on the topics that every database begins with. */
    @AfterEach
    void asItWas() {
        database.sql("update briefing_topic set retired_at = null where slug in ('cyber', 'intelligence', 'space')")
                .update();
        database.sql("update briefing_topic set retired_at = current_timestamp where slug like :word")
                .param("word", "%" + word + "%")
                .update();
    }

    private MvcTestResult send(String path, Map<String, String> fields) {
        var request = browser.post().uri(path).with(editor).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String path) {
        return browser.get().uri(path).with(editor).exchange();
    }

    private String added() {
        assertThat(send(DESK, Map.of("name", "Undersea " + word, "description", "Cables and what swims there.")))
                .hasStatus(302);
        return "undersea-" + word;
    }

    private BriefingView publishedUnder(String topic) {
        var viewer = new Viewer(editor.id(), "Robin Test", Set.of(Role.EDITOR));
        UUID id = newsroom.draft(
                viewer,
                UUID.randomUUID(),
                Drafts.headed("Cut cable " + word).under(topic).draft());
        var stands = newsroom.one(id);
        newsroom.publish(viewer, id, stands.version(), stands.content());
        return newsroom.one(id);
    }

    private List<String> order() {
        return briefings.topics().stream().map(BriefingTopic::slug).toList();
    }

    @Test
    void aTopicIsAddedNamedAnewAndKeepsItsAddress() {
        String slug = added();
        assertThat(get("/briefings")).bodyText().contains("Undersea " + word);

        String version = String.valueOf(topics.one(slug).version());
        assertThat(send(
                        DESK + "/" + slug,
                        Map.of("name", "Seabed " + word, "description", "On the ground.", "version", version)))
                .hasRedirectedUrl(DESK);

        assertThat(get("/briefings/topics/" + slug))
                .hasStatusOk()
                .bodyText()
                .contains("Seabed " + word, "On the ground.");
        assertThat(database.sql("select action from audit_entry where detail like :slug order by position")
                        .param("slug", slug + "%")
                        .query(String.class)
                        .list())
                .containsExactly("briefing-topic.added", "briefing-topic.described");
    }

    @Test
    void whatIsWrongWithATopicIsSaidBesideItsFieldAndNothingTypedIsLost() {
        assertThat(send(DESK, Map.of("name", "", "description", "Typed " + word)))
                .hasStatus(422)
                .bodyText()
                .contains("Give the topic a name", "Typed " + word);
        assertThat(send(DESK, Map.of("name", "CYBER", "description", "Again.")))
                .hasStatus(422)
                .bodyText()
                .contains("There is a topic by that name");
        assertThat(send(DESK, Map.of("name", "bell\u0007", "description", "x".repeat(301))))
                .hasStatus(422)
                .bodyText()
                .contains("Remove the control characters", "Shorten the description");
        String slug = added();
        assertThat(send(DESK + "/" + slug, Map.of("name", "Cyber", "description", "Mine.", "version", "0")))
                .hasStatus(422)
                .bodyText()
                .contains("There is a topic by that name", "Mine.");
        assertThat(get(DESK + "/no-such")).hasStatus(404);
        assertThat(send(DESK + "/no-such/retirement", Map.of())).hasStatus(404);
    }

    @Test
    void whoChangesATopicSecondSeesWhatTheFirstMadeOfIt() {
        String slug = added();
        String version = String.valueOf(topics.one(slug).version());
        send(DESK + "/" + slug, Map.of("name", "First " + word, "description", "By one.", "version", version));

        assertThat(send(
                        DESK + "/" + slug,
                        Map.of("name", "Second " + word, "description", "By two.", "version", version)))
                .hasStatus(409)
                .bodyText()
                .contains("By one.", "By two.", "Somebody else has changed it");
        assertThat(topics.one(slug).topic().description()).isEqualTo("By one.");
    }

    @Test
    void topicsStandInTheEditorsOrder() {
        String slug = added();
        var before = withRetired();
        assertThat(before).last().isEqualTo(slug);

        send(DESK + "/" + slug + "/up", Map.of());
        assertThat(withRetired().indexOf(slug)).isEqualTo(before.size() - 2);
        send(DESK + "/" + slug + "/down", Map.of());
        send(DESK + "/" + slug + "/down", Map.of());
        assertThat(withRetired()).isEqualTo(before);
    }

    private List<String> withRetired() {
        return briefings.allTopics().stream().map(BriefingTopic::slug).toList();
    }

    @Test
    void aRetiredTopicKeepsItsPageAndItsBriefingsAndTakesNoNewOnes() {
        String slug = added();
        var briefing = publishedUnder(slug);

        assertThat(send(DESK + "/" + slug + "/retirement", Map.of())).hasRedirectedUrl(DESK);

        assertThat(get("/briefings/topics/" + slug))
                .hasStatusOk()
                .bodyText()
                .contains("Cut cable " + word, "Nothing new comes out under this topic");
        assertThat(get("/briefings/topics/" + slug + "/briefings.atom"))
                .hasStatusOk()
                .bodyText()
                .contains("Cut cable " + word);
        assertThat(get(briefing.path())).hasStatusOk();
        assertThat(order()).doesNotContain(slug);
        assertThat(get("/admin/briefings/new")).bodyText().doesNotContain(slug);
        assertThat(get("/admin/briefings/" + briefing.id()))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + slug);
        assertThat(get("/admin/briefings?part=published")).bodyText().contains("Undersea " + word);

        assertThat(send(DESK + "/" + slug + "/return", Map.of())).hasStatus(302);
        assertThat(order()).contains(slug);
    }

    @Test
    void theLastTopicStays() {
        var open = order();
        try {
            open.stream().skip(1).forEach(slug -> send(DESK + "/" + slug + "/retirement", Map.of()));

            assertThat(send(DESK + "/" + open.get(0) + "/retirement", Map.of()))
                    .hasStatus(409)
                    .bodyText()
                    .contains("The last topic can't be retired".replace("'", "&#39;"));
            assertThat(order()).containsExactly(open.get(0));
        } finally {
            open.forEach(slug -> send(DESK + "/" + slug + "/return", Map.of()));
        }
    }
}
