package net.gatepost.job.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.candidate.Basics;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.resume.OnFile;
import net.gatepost.candidate.resume.Resumes;
import net.gatepost.employer.Employers;
import net.gatepost.job.Listings;
import net.gatepost.job.search.Board;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Listings by one's own skills. */
@ModuleTest
class MatchesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Candidates candidates;

    @Autowired
    Resumes resumes;

    @Autowired
    Listings listings;

    @Autowired
    Employers employers;

    @Autowired
    ListingIndex index;

    @Autowired
    Clock clock;

    Board board;
    Person person;
    Viewer casey;

    @BeforeEach
    void aBoard() {
        board = new Board(listings, employers, index, people, clock);
        person = people.member();
        casey = new Viewer(person.id(), "Casey Moreno", Set.of(Role.MEMBER));
    }

    @Test
    void whoHasNamedNoSkillIsToldWhatToDo() {
        assertThat(page().text()).contains("Nothing to look for yet");
    }

    @Test
    void theSkillsOfTheResumeAndOfTheProfileFindWhatNamesTwoOfThem() {
        var halden = board.employer("Halden Ridge Systems");
        board.job(halden, "Kubernetes engineer who knows Ansible and Terraform " + board.word);
        // No shorter than the other: a short title counts for more, and how much depends on all that is posted.
        board.job(halden, "Terraform and Kubernetes engineer with nothing else known " + board.word);
        board.job(halden, "Kubernetes alone " + board.word);
        board.open();
        candidates.change(casey, -1, new Basics(null, null, List.of("Terraform")));
        OnFile.put(resumes, casey, "Built clusters with Kubernetes and Ansible. Kubernetes again.");

        var page = page();

        assertThat(page.select(".chip").eachText()).containsExactly("Terraform", "Kubernetes", "Ansible");
        assertThat(page.select(".listing-title").eachText())
                .filteredOn(title -> title.contains(board.word))
                .containsExactly(
                        "Kubernetes engineer who knows Ansible and Terraform " + board.word,
                        "Terraform and Kubernetes engineer with nothing else known " + board.word);
    }

    @Test
    void nothingIsFoundByTheResumeOfSomebodyElse() {
        OnFile.put(resumes, casey, "Kubernetes, Ansible, Terraform");
        person = people.member();

        assertThat(page().text()).contains("Nothing to look for yet").doesNotContain("Kubernetes");
    }

    private Document page() {
        var answer = browser.get().uri("/me/matches").with(person).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(
                new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }
}
