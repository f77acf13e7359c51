package net.gatepost.candidate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.resume.Resumes;
import net.gatepost.candidate.resume.reader.Files;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class ResumePagesTest {

    private static final String MARKED = "TOP " + "SECRET//" + "SI//NOFORN";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Resumes resumes;

    @Autowired
    Candidates candidates;

    @Autowired
    JdbcTemplate database;

    People.Person casey;

    @BeforeEach
    void aMember() {
        casey = people.member();
    }

    private Viewer viewer() {
        return new Viewer(casey.id(), "Robin Test", Set.of(Role.MEMBER));
    }

    private MvcTestResult get(String path) {
        return browser.get().uri(path).with(casey).exchange();
    }

    private MvcTestResult send(String name, byte[] content) {
        return browser.post()
                .uri("/me/resume")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/pdf", content))
                .with(casey)
                .with(csrf())
                .exchange();
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private long rows() {
        return requireNonNull(database.queryForObject(
                "select (select count(*) from candidate_resume) + (select count(*) from candidate_key)", Long.class));
    }

    @Test
    void withoutOneThePageSaysWhatToSendAndWhoSeesIt() {
        var answer = get("/me/resume");
        assertThat(answer).hasStatusOk();
        var page = page(answer);
        assertThat(page.text())
                .contains("No résumé on file", "social security number", "Who sees it")
                .doesNotContain("??");
        assertThat(page.select("form[enctype=multipart/form-data] input[name=_csrf]"))
                .hasSize(1);
        assertThat(get("/me/resume/file")).hasStatus(303);
        assertThat(get("/me/resume/deletion")).hasRedirectedUrl("/me/resume");
        assertThat(browser.get().uri("/me/resume")).hasStatus3xxRedirection();
    }

    @Test
    void aResumeIsSentShownSavedAndDeleted() throws Exception {
        assertThat(send("Casey's cv.pdf", Files.pdf("Kubernetes and Ghidra"))).hasRedirectedUrl("/me/resume");
        assertThat(page(get("/me/resume")).text()).contains("Casey's cv.pdf", "PDF", "kB", "UTC", "Replace it");

        var file = get("/me/resume/file");
        assertThat(file).hasStatusOk();
        var response = file.getResponse();
        assertThat(response.getContentType()).isEqualTo("application/pdf");
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Casey%27s%20cv.pdf");
        assertThat(response.getHeaders("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(new String(response.getContentAsByteArray(), UTF_8)).startsWith("%PDF");

        assertThat(page(get("/me/resume/deletion")).text()).contains("Casey's cv.pdf");
        assertThat(browser.post().uri("/me/resume/deletion").with(casey).with(csrf()))
                .hasRedirectedUrl("/me/resume");
        assertThat(page(get("/me/resume")).text()).contains("No résumé on file");
        assertThat(browser.post().uri("/me/resume/deletion").with(casey).with(csrf()))
                .hasRedirectedUrl("/me/resume");
    }

    @Test
    void aNewOneTakesThePlaceOfTheOld() {
        send("cv.pdf", Files.pdf("Java"));
        send("cv.docx", Files.docx("Python"));
        assertThat(resumes.onFile(viewer()).orElseThrow().name()).isEqualTo("cv.docx");
        assertThat(resumes.textOf(viewer()).orElseThrow()).contains("Python").doesNotContain("Java");
    }

    private static Stream<Arguments> refusedFiles() {
        return Stream.of(
                Arguments.of("nothing", new byte[0], 422, "Choose a file"),
                Arguments.of("6 MB", new byte[6 * 1024 * 1024], 413, "larger than 5 MB"),
                Arguments.of("a program", "MZ program".getBytes(UTF_8), 422, "neither a PDF nor a Word document"),
                Arguments.of("half a PDF", "%PDF-1.7 half".getBytes(UTF_8), 422, "damaged or incomplete"),
                Arguments.of(
                        "macros", Files.docx(parts -> parts.put("word/vbaProject.bin", new byte[] {1})), 422, "macros"),
                Arguments.of(
                        "a bomb",
                        Files.docx(parts -> parts.put("word/a.xml", new byte[60 * 1024 * 1024])),
                        422,
                        "unpacks to far more"),
                Arguments.of("a marked page", Files.pdf("Java", MARKED), 422, "classification banner"),
                Arguments.of("a marked header", Files.docx(MARKED, "Java", "", "", ""), 422, "classification banner"),
                Arguments.of(
                        "a marked title",
                        Files.pdf(document -> document.getDocumentInformation().setTitle(MARKED), "Java"),
                        422,
                        "classification banner"),
                Arguments.of(
                        "a social security number", Files.pdf("SSN: 123-" + "45-6789"), 422, "social security number"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedFiles")
    void aRefusedFileIsExplainedBesideTheFieldAndTheOneOnFileStays(
            String what, byte[] content, int status, String words) {
        send("good.pdf", Files.pdf("Kubernetes"));
        long before = rows();
        var answer = send("bad.pdf", content);
        assertThat(answer).as(what).hasStatus(status);
        var page = page(answer);
        assertThat(requireNonNull(page.getElementById("file-error")).text()).contains(words);
        assertThat(page.select(".errors a[href=#file]").text()).contains(words);
        assertThat(page.text()).contains("good.pdf").doesNotContain("NOFORN", "6789");
        assertThat(rows()).isEqualTo(before);
        assertThat(resumes.onFile(viewer()).orElseThrow().name()).isEqualTo("good.pdf");
    }

    @Test
    void aRefusedFirstFileLeavesNothingBehind() {
        long before = rows();
        send("bad.pdf", Files.pdf(MARKED));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aMarkedNameIsRefusedAsMarkedTextIs() {
        assertThat(send("(TS/" + "/SI/" + "/NF) cv.pdf", Files.pdf("Java"))).hasStatus(422);
        assertThat(resumes.isOnFile(casey.id())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.pdf, passwd.pdf",
        "C:\\Users\\casey\\cv.pdf, cv.pdf",
        "cv.exe, cv.exe.pdf",
        "a\u0000b\u202Efdp.exe.pdf, abfdp.exe.pdf",
        "'', file.pdf",
        "<b>.pdf, b.pdf"
    })
    void aNameLosesItsPathAndWhatDoesNotShow(String sent, String kept) {
        assertThat(send(sent, Files.pdf("Java"))).hasStatus3xxRedirection();
        assertThat(resumes.onFile(viewer()).orElseThrow().name()).isEqualTo(kept);
    }

    @Test
    void aLongNameIsShortenedAndKeepsItsEnding() {
        send("x".repeat(300) + ".pdf", Files.pdf("Java"));
        assertThat(resumes.onFile(viewer()).orElseThrow().name()).hasSize(100).endsWith("x.pdf");
    }

    @Test
    void whatLooksOddIsKeptAndSaid() {
        assertThat(send("cv.pdf", Files.pdf("TS/" + "/SCI cleared"))).hasStatus3xxRedirection();
        assertThat(resumes.isOnFile(casey.id())).isTrue();
    }

    @Test
    void skillsAreSuggestedAndOnlyThoseTickedAreAdded() {
        candidates.addSkills(viewer(), List.of("kubernetes"));
        send("cv.pdf", Files.pdf("Kubernetes, Ghidra and Wireshark; Ghidra again. We go far."));
        var page = page(get("/me/resume"));
        assertThat(page.select("input[name=skills]").eachAttr("value")).containsExactly("Ghidra", "Wireshark");
        assertThat(skills()).containsExactly("kubernetes");

        assertThat(post("skills", "Ghidra", "skills", "Invented")).hasRedirectedUrl("/me/resume");
        assertThat(post("skills", "Ghidra")).hasRedirectedUrl("/me/resume");
        assertThat(skills()).containsExactly("kubernetes", "Ghidra");
        assertThat(post()).hasStatus(422).bodyText().contains("Tick the skills to add");
    }

    private List<String> skills() {
        return candidates.profileOf(viewer()).basics().skills();
    }

    private MvcTestResult post(String... fields) {
        var request = browser.post().uri("/me/resume/skills").with(casey).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    @Test
    void withoutATokenNothingIsKept() {
        assertThat(browser.post()
                        .uri("/me/resume")
                        .multipart()
                        .file(new MockMultipartFile("file", "cv.pdf", "application/pdf", Files.pdf("Java")))
                        .with(casey))
                .hasStatus(403);
        assertThat(resumes.isOnFile(casey.id())).isFalse();
    }
}
