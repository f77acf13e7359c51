package net.gatepost.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ModuleTest
class FormReadingTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email[0]",
                "email[99999999]",
                "email[abc]",
                "email.x",
                "topics[0]",
                "topics[99999999]",
                "topics[abc]",
                "topics.x",
                "[",
                "."
            })
    void aNameThatLooksLikeAFieldWithinAFieldIsIgnored(String name) {
        assertThat(browser.post().uri("/mailing-list").param(name, "a")).hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"submission", "miles", "since", "version", "often", "topic"})
    void whatIsNoNumberIdOrDateIsToldBesideItsFieldAndLosesNothingElse(String field) {
        assertThat(browser.post()
                        .uri("/admin/mailing-list/issues")
                        .with(people.administrator())
                        .with(csrf())
                        .param(field, "garbage")
                        .param("place", "nowhere at all")
                        .param("subject", "Kept as typed"))
                .hasStatus(422)
                .bodyText()
                .contains("Kept as typed", "nowhere at all");
    }

    @Test
    void whatOnlyLooksLikeAMarkingIsKeptAndItsWriterIsToldOnTheNextPage() {
        var casey = people.member();
        var saved = browser.post()
                .uri("/me/profile/basics")
                .with(casey)
                .with(csrf())
                .param("version", "-1")
                .param("headline", "Engineer, TS//SCI")
                .exchange();
        assertThat(saved).hasStatus(302);

        var session = requireNonNull(saved.getResponse().getCookie("gatepost"));
        assertThat(browser.get().uri("/me/profile").with(casey).cookie(session))
                .hasStatusOk()
                .bodyText()
                .contains("Engineer, TS//SCI", "We kept this text", "TS/SCI");
    }

    @Test
    void aListIsReadFromItsPlainNameAlone() {
        var sasha = people.member();
        for (String name : new String[] {"accesses[abc]", "accesses[99999999]", "accesses[0]"}) {
            assertThat(browser.post()
                            .uri("/me/profile/clearances/new")
                            .with(sasha)
                            .with(csrf())
                            .param("key", "0199f000-0000-7000-8000-0000000000aa")
                            .param(name, "SCI"))
                    .hasStatus(422);
        }
    }

    @Test
    void aFieldIsNotFilledFromAHeaderThatTheSpillGuardDoesNotSee() {
        var member = people.member();
        assertThat(browser.post()
                        .uri("/me/profile/basics")
                        .with(member)
                        .with(csrf())
                        .param("version", "0")
                        .param("skills", "Rust")
                        .header("headline", "zebracorn"))
                .hasStatus(302);
        assertThat(browser.get().uri("/me/profile").with(member))
                .hasStatusOk()
                .bodyText()
                .contains("Rust")
                .doesNotContain("zebracorn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz", "-1", "99999999999999999999", "{0}"})
    void aBoxThatIsNeitherTickedNorNotCountsAsNotTicked(String terms) {
        assertThat(browser.post().uri("/join").param("terms", terms))
                .hasStatus(422)
                .bodyText()
                .contains("name=\"terms\"");
    }

    @Test
    void aMarkingUnderANestedNameIsRefusedToo() {
        assertThat(browser.post().uri("/mailing-list").param("email[0]", "TOP SECRET//SI//NOFORN"))
                .hasStatus(422)
                .bodyText()
                .doesNotContain("NOFORN");
    }

    @Test
    void aMarkingInPlaceOfAListIsRefusedBesideIt() {
        assertThat(browser.post()
                        .uri("/me/profile/clearances/new")
                        .with(people.member())
                        .with(csrf())
                        .param("key", "0199f000-0000-7000-8000-0000000000ab")
                        .param("accesses", "TOP SECRET//SI//NOFORN"))
                .hasStatus(422)
                .bodyText()
                .doesNotContain("NOFORN");
    }

    @Test
    void aFileInPlaceOfTextCountsAsNotSent() {
        assertThat(browser.post()
                        .uri("/password")
                        .multipart()
                        .file(new MockMultipartFile("email", "name.txt", "text/plain", new byte[] {'a'})))
                .hasStatus(422);
    }
}
