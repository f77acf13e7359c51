package net.gatepost.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.gatepost.TestDatabase;
import net.gatepost.TestOpenSearch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the site has acknowledged survives {@code kill -9}: a process of its own is killed right after the answer to a post,
 * with no time for anything that was merely on its way to the disk.
 */
@Tag("journey")
class KilledServerTest {

    private static final Duration START_WITHIN = Duration.ofMinutes(3);
    private static final Duration DONE_WITHIN = Duration.ofMinutes(2);
    private static final String LISTING = "Quillwort Systems Engineer";
    private static final String SUBSCRIBER = "wren@quillwort.example";

    @TempDir
    Path data;

    @Test
    void whereOneOfTwoProcessesIsKilledTheOtherGoesOnWithItsSessionsItsWorkAndItsIndex() throws Exception {
        String database = TestDatabase.newPostgres();
        try (var one = started(sharing(database));
                var other = started(sharing(database))) {
            var recruiter = signedIn(one, "riley@demo.example");
            publishAListing(recruiter);
            subscribe(one);

            one.kill();

            assertThat(recruiter.at(other.address()).page("/hire/listings").text())
                    .contains(LISTING);
            awaitTheListing(new Visitor(other.address()));
            awaitAMailToTheSubscriber();
        }
    }

    private static List<String> sharing(String database) throws IOException {
        List<String> options = new ArrayList<>(KillRounds.options(database));
        options.add("--gatepost.search.opensearch=" + TestOpenSearch.address());
        options.add("--gatepost.search.prefix=two-processes");
        return options;
    }

    @Test
    void anIssueOfTheListGoesOnAfterAKillWithoutALossAndRepeatsAtMostWhatWasInFlight() throws Exception {
        int readers = 150;
        try (var site = started(KillRounds.options(null))) {
            var administrator = signedIn(site, "avery@demo.example");
            bringIn(administrator, readers);
            send(administrator, "Quillwort news");
            await().atMost(DONE_WITHIN).until(() -> !copies().isEmpty());

            site.kill();
            assertThat(copies().size()).isLessThan(readers);
            site.start(START_WITHIN);

            await().atMost(DONE_WITHIN)
                    .untilAsserted(() -> assertThat(copies().keySet()).hasSize(readers));
        }
        assertThat(copies().values())
                .filteredOn(ids -> ids.size() > 1)
                .hasSizeLessThan(2)
                .allSatisfy(ids -> assertThat(ids.stream().distinct()).hasSize(1));
    }

    @Test
    void theKeysAreChangedByACommandWhileTheSiteStandsStillAndNothingIsLost() throws Exception {
        try (var site = started(KillRounds.options(null))) {
            var member = signedIn(site, "casey@demo.example");
            var form = Visitor.form(member.page("/me/profile/personal"), "/me/profile/personal");
            form.put("phone", "+1 256 555 0142");
            member.send("/me/profile/personal", form);
            String before = Files.readString(data.resolve("keys/profiles.json"));

            var beside = site.command("rotate-keys", "--gatepost.demo=true");
            assertThat(beside.exitCode()).as(beside.said()).isEqualTo(1);
            site.kill();
            var alone = site.command("rotate-keys", "--gatepost.demo=true");
            assertThat(alone.exitCode()).as(alone.said()).isZero();
            site.start(START_WITHIN);

            assertThat(Files.readString(data.resolve("keys/profiles.json"))).isNotEqualTo(before);
            var again = signedIn(site, "casey@demo.example");
            assertThat(again.page("/me/profile/personal").select("[name=phone]").val())
                    .isEqualTo("+1 256 555 0142");
            assertThat(again.page("/me/resume/file").text()).startsWith("%PDF");
        }
    }

    private Site started(List<String> options) throws IOException, InterruptedException {
        var site = Site.ofClasses(data, options);
        site.start(START_WITHIN);
        return site;
    }

    private static Visitor signedIn(Site site, String email) throws IOException, InterruptedException {
        var visitor = new Visitor(site.address());
        visitor.signIn(email);
        return visitor;
    }

    private static void publishAListing(Visitor recruiter) throws IOException, InterruptedException {
        String listing = recruiter.send("/hire/listings", recruiter.listing(LISTING, "Keep the quillwort in order."));
        recruiter.publish(listing);
    }

    private static void awaitTheListing(Visitor visitor) {
        await().atMost(DONE_WITHIN)
                .ignoreException(IllegalStateException.class)
                .untilAsserted(() -> assertThat(visitor.page("/jobs?q=quillwort")
                                .select(".listing-title")
                                .text())
                        .contains(LISTING));
    }

    private static void subscribe(Site site) throws IOException, InterruptedException {
        String answer = new Visitor(site.address())
                .send("/mailing-list", Map.of("email", SUBSCRIBER, "website", "", "topics", "JOBS"));
        assertThat(answer).isEqualTo("/mailing-list/sent");
    }

    private void awaitAMailToTheSubscriber() {
        await().atMost(DONE_WITHIN)
                .untilAsserted(() -> assertThat(mails()).anyMatch(mail -> mail.contains("To: " + SUBSCRIBER)));
    }

    private static void bringIn(Visitor administrator, int readers) throws IOException, InterruptedException {
        var csv = new StringBuilder("email,consent_source,consent_date,topics\n");
        for (int i = 0; i < readers; i++) {
            csv.append("reader").append(i).append("@quillwort.example,Old form,2024-03-18,announcements\n");
        }
        String path = "/admin/mailing-list/import";
        var form = Visitor.form(administrator.page(path), path);
        form.remove("file");
        form.put("lawful", "true");
        administrator.send(path, form, "list.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(Visitor administrator, String subject) throws IOException, InterruptedException {
        String all = "/admin/mailing-list/issues";
        var form = Visitor.form(administrator.page(all + "/new"), all);
        form.put("subject", subject);
        form.put("body", "All is in order.");
        String issue = administrator.send(all, form);
        administrator.send(issue + "/schedule", Visitor.form(administrator.page(issue), ".*/schedule"));
    }

    /** By recipient the Message-IDs of what came. */
    private Map<String, List<String>> copies() throws IOException {
        return mails().stream()
                .filter(mail -> mail.contains("Quillwort news"))
                .collect(Collectors.groupingBy(
                        mail -> header(mail, "To"),
                        Collectors.mapping(mail -> header(mail, "Message-ID"), Collectors.toList())));
    }

    private static String header(String mail, String name) {
        return mail.lines()
                .filter(line -> line.startsWith(name + ": "))
                .findFirst()
                .orElseThrow();
    }

    private List<String> mails() throws IOException {
        var folder = data.resolve("mail");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            List<String> mails = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".eml")).toList()) {
                mails.add(Files.readString(file));
            }
            return mails;
        }
    }
}
