package net.gatepost.candidate.resume.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static net.gatepost.candidate.resume.reader.Files.replacing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.gatepost.spill.MarkingKind;
import net.gatepost.spill.SpillGuard;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reading process does with a file, here without the process. */
class ResumeReaderTest {

    private static final String DOCUMENT = "word/document.xml";
    private static final String RELATIONS = "word/_rels/document.xml.rels";
    private static final String TYPES = "[Content_Types].xml";

    private static Stream<Arguments> hostileFiles() {
        byte[] pdf = Files.pdf("Java and radar");
        byte[] docx = Files.docx("Java and radar");
        return Stream.of(
                Arguments.of("a program named .pdf", "MZ\u0090\0\3\0\0\0".getBytes(ISO_8859_1), Refusal.WRONG_TYPE),
                Arguments.of("a text", "Java and radar".getBytes(UTF_8), Refusal.WRONG_TYPE),
                Arguments.of("a web page", "<html><script>alert(1)</script>".getBytes(UTF_8), Refusal.WRONG_TYPE),
                Arguments.of("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, Refusal.WRONG_TYPE),
                Arguments.of("any ZIP", packed("a.txt", new byte[] {1}), Refusal.WRONG_TYPE),
                Arguments.of(
                        "a spreadsheet",
                        Files.docx(replacing(TYPES, "wordprocessingml.document.main", "spreadsheetml.sheet.main")),
                        Refusal.WRONG_TYPE),
                Arguments.of("half a PDF", Arrays.copyOf(pdf, pdf.length / 2), Refusal.DAMAGED),
                Arguments.of("the beginning of a PDF", "%PDF-1.7\n".getBytes(UTF_8), Refusal.DAMAGED),
                Arguments.of("nonsense within a PDF", "%PDF-1.7\nnonsense\n%%EOF".getBytes(UTF_8), Refusal.DAMAGED),
                Arguments.of("half a document", Arrays.copyOf(docx, docx.length / 2), Refusal.DAMAGED),
                Arguments.of("a cut-off document", Arrays.copyOf(docx, docx.length - 30), Refusal.DAMAGED),
                Arguments.of("an encrypted PDF", encrypted("user"), Refusal.ENCRYPTED),
                Arguments.of("a PDF with restrictions", encrypted(""), Refusal.ENCRYPTED),
                Arguments.of(
                        "a script on opening",
                        Files.pdf(document ->
                                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                        Refusal.ACTIVE),
                Arguments.of(
                        "a program on clicking",
                        Files.pdf(document -> link(document, new PDActionLaunch().getCOSObject())),
                        Refusal.ACTIVE),
                Arguments.of(
                        "a link to a script",
                        Files.pdf(document -> uri(document, "javascript:alert(1)")),
                        Refusal.ACTIVE),
                Arguments.of(
                        "a page's own action",
                        Files.pdf(document -> {
                            var actions = new COSDictionary();
                            actions.setItem("O", new PDActionJavaScript("app.alert(1)"));
                            document.getPage(0).getCOSObject().setItem("AA", actions);
                        }),
                        Refusal.ACTIVE),
                Arguments.of("a file in a PDF", Files.pdf(ResumeReaderTest::attach), Refusal.EMBEDDED),
                Arguments.of(
                        "macros",
                        Files.docx(parts -> parts.put("word/vbaProject.bin", new byte[] {1})),
                        Refusal.MACROS),
                Arguments.of(
                        "a DOCM",
                        Files.docx(replacing(
                                TYPES,
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                                "application/vnd.ms-word.document.macroEnabled.main+xml")),
                        Refusal.MACROS),
                Arguments.of(
                        "an OLE object",
                        Files.docx(parts -> parts.put("word/embeddings/oleObject1.bin", new byte[] {1})),
                        Refusal.EMBEDDED),
                Arguments.of(
                        "a program as a picture",
                        Files.docx(replacing(
                                        TYPES,
                                        "<Default ",
                                        "<Default ContentType=\"image/png\" Extension=\"png\"/><Default ")
                                .andThen(parts -> parts.put("word/media/image1.png", new byte[] {'M', 'Z', 1}))),
                        Refusal.EMBEDDED),
                Arguments.of(
                        "a relation to an OLE object",
                        Files.docx(related("oleObject", "embeddings/a.bin", "")),
                        Refusal.EMBEDDED),
                Arguments.of(
                        "a linked picture",
                        Files.docx(related("image", "https://tracker.example/p.png", " TargetMode=\"External\"")),
                        Refusal.REMOTE),
                Arguments.of(
                        "a DDE field",
                        Files.docx(field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe")),
                        Refusal.REMOTE),
                Arguments.of(
                        "an included picture",
                        Files.docx(field(" INCLUDEPICTURE \"https://tracker.example/\"")),
                        Refusal.REMOTE),
                Arguments.of(
                        "an external entity",
                        Files.docx(entity("<!ENTITY x SYSTEM \"file:///etc/passwd\">")),
                        Refusal.DAMAGED),
                Arguments.of("many entities", Files.docx(entity("<!ENTITY x \"ha\">")), Refusal.DAMAGED),
                Arguments.of("broken XML", Files.docx(replacing(DOCUMENT, "</w:body>", "")), Refusal.DAMAGED),
                Arguments.of(
                        "a huge entry",
                        Files.docx(parts -> parts.put("word/huge.xml", new byte[60 * 1024 * 1024])),
                        Refusal.TOO_COMPLEX),
                Arguments.of(
                        "a high ratio",
                        Files.docx(parts -> parts.put("word/ratio.xml", new byte[2 * 1024 * 1024])),
                        Refusal.TOO_COMPLEX),
                Arguments.of("many entries", Files.docx(ResumeReaderTest::manyEntries), Refusal.TOO_COMPLEX),
                Arguments.of("many words", Files.docx("many words ".repeat(300_000)), Refusal.TOO_COMPLEX),
                Arguments.of(
                        "a path to elsewhere",
                        Files.docx(parts -> parts.put("../../evil.xml", new byte[0])),
                        Refusal.DAMAGED));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("hostileFiles")
    void aHostileFileIsRefusedWithItsReason(String what, byte[] file, Refusal reason) {
        assertThatThrownBy(() -> ResumeReader.read(file))
                .as(what)
                .isInstanceOfSatisfying(
                        ResumeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static byte[] packed(String name, byte[] file) {
        try {
            return Packed.pack(Map.of(name, file));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] encrypted(String password) {
        return Files.pdf(document -> document.protect(
                new StandardProtectionPolicy("owner", password, AccessPermission.getOwnerAccessPermission())));
    }

    private static void link(PDDocument document, COSDictionary action) throws IOException {
        var link = new PDAnnotationLink();
        link.getCOSObject().setItem(COSName.A, action);
        link.setRectangle(document.getPage(0).getMediaBox());
        document.getPage(0).getAnnotations().add(link);
    }

    private static void uri(PDDocument document, String address) throws IOException {
        var action = new PDActionURI();
        action.setURI(address);
        link(document, action.getCOSObject());
    }

    private static void attach(PDDocument document) throws IOException {
        var file = new PDComplexFileSpecification();
        file.setFile("evil.exe");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1})));
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("evil.exe", file));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private static void manyEntries(Map<String, byte[]> parts) {
        for (int i = 0; i < 2_000; i++) {
            parts.put("word/extra" + i + ".xml", new byte[0]);
        }
    }

    private static Consumer<Map<String, byte[]>> related(String kind, String target, String mode) {
        return replacing(
                RELATIONS,
                "</Relationships>",
                "<Relationship Id=\"rIdX\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + kind + "\" Target=\"" + target + "\"" + mode + "/></Relationships>");
    }

    private static Consumer<Map<String, byte[]>> field(String instruction) {
        String first = instruction.substring(0, 4);
        String second = instruction.substring(4);
        return replacing(
                DOCUMENT,
                "</w:body>",
                "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + first
                        + "</w:instrText></w:r><w:r><w:instrText>" + second
                        + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:body>");
    }

    private static Consumer<Map<String, byte[]>> entity(String declaration) {
        return parts -> parts.computeIfPresent(DOCUMENT, (name, bytes) -> {
            String xml = new String(bytes, UTF_8);
            int body = xml.indexOf("<w:document");
            return (xml.substring(0, body) + "<!DOCTYPE w:document [" + declaration + "]>"
                            + xml.substring(body).replace("Java", "&x;"))
                    .getBytes(UTF_8);
        });
    }

    @Test
    void aPdfKeepsItsTextAndLosesItsMetadata() throws Exception {
        byte[] file = Files.pdf(
                document -> {
                    document.getDocumentInformation().setAuthor("Casey Writer");
                    document.getDocumentCatalog()
                            .setMetadata(new PDMetadata(
                                    document,
                                    new ByteArrayInputStream("<x>Casey of Secretive Inc</x>".getBytes(UTF_8))));
                    var note = new PDAnnotationText();
                    note.setContents("A note");
                    note.setTitlePopup("Casey Reviewer");
                    note.setRectangle(document.getPage(0).getMediaBox());
                    document.getPage(0).getAnnotations().add(note);
                    uri(document, "https://example.org/casey");
                },
                "Java and radar");
        var clean = ResumeReader.read(file);
        assertThat(clean.type()).isEqualTo(ResumeType.PDF);
        assertThat(clean.text()).contains("Java and radar");
        assertThat(clean.rest()).contains("Casey Writer", "Casey of Secretive Inc", "A note", "Casey Reviewer");
        try (var document = Loader.loadPDF(clean.bytes())) {
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
            var annotations = document.getPage(0).getAnnotations();
            assertThat(annotations).hasSize(2);
            assertThat(annotations.get(0).getContents()).isEqualTo("A note");
        }
        assertThat(new String(clean.bytes(), ISO_8859_1)).doesNotContain("Casey Writer", "Secretive", "Reviewer");
        assertThat(ResumeReader.read(clean.bytes()).text()).isEqualTo(clean.text());
    }

    @Test
    void anEarlierVersionWithinAPdfIsGone() throws Exception {
        byte[] first = Files.pdf(document -> document.getDocumentInformation().setSubject("EARLIERVERSION"), "Java");
        byte[] second;
        try (var document = Loader.loadPDF(first)) {
            document.getDocumentInformation().setSubject("later");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            second = out.toByteArray();
        }
        assertThat(second.length).isGreaterThan(first.length);
        assertThat(new String(ResumeReader.read(second).bytes(), ISO_8859_1)).doesNotContain("EARLIERVERSION");
    }

    @Test
    void aWordDocumentKeepsItsTextAndLosesItsTraces() throws Exception {
        byte[] file = Files.docx("The header", "Java and radar", "In a cell", "A comment", "The footer");
        var clean = ResumeReader.read(file);
        assertThat(clean.type()).isEqualTo(ResumeType.DOCX);
        assertThat(clean.text())
                .containsSubsequence(
                        "The header", "Java and radar", "In a cell", "inserted words", "A comment", "The footer");
        assertThat(clean.rest())
                .contains("Casey Writer", "Casey Reviewer", "Casey Tracker", "Secretive Inc", "Bluebird");
        try (var document = new XWPFDocument(new ByteArrayInputStream(clean.bytes()))) {
            assertThat(document.getParagraphs().get(0).getText()).isEqualTo("Java and radar");
            assertThat(document.getTables().get(0).getText()).contains("In a cell");
            assertThat(document.getHeaderList().get(0).getText()).contains("The header");
            var comment = requireNonNull(document.getCommentByID("1"));
            assertThat(comment.getText()).contains("A comment");
            assertThat(comment.getAuthor()).isEqualTo("Author");
        }
        var parts = Files.parts(clean.bytes());
        assertThat(parts.keySet()).noneMatch(name -> name.startsWith("docProps"));
        parts.forEach((name, part) ->
                assertThat(new String(part, UTF_8)).as(name).doesNotContain("Casey", "Secretive", "Bluebird"));
        assertThat(ResumeReader.read(clean.bytes()).text()).isEqualTo(clean.text());
    }

    @Test
    void aPhotographLosesThePlaceWhereItWasTaken() throws Exception {
        byte[] picture = ("\u00FF\u00D8\u00FF\u00E1\0\14Exif\0\0GPS!"
                        + "\u00FF\u00E0\0\6JFIF\u00FF\u00DA\0\4ab the picture\u00FF\u00D9")
                .getBytes(ISO_8859_1);
        String clean = new String(Pictures.clean(picture), ISO_8859_1);
        assertThat(clean).contains("JFIF", "the picture").doesNotContain("GPS");
    }

    @Test
    void aLinkToTheWritersMachineLeadsNowhere() throws Exception {
        var file = Files.docx(related("hyperlink", "file:///C:/Users/casey/cv.html", " TargetMode=\"External\"")
                .andThen(
                        related("attachedTemplate", "file:///C:/Users/casey/Normal.dotm", " TargetMode=\"External\"")));
        var parts = Files.parts(ResumeReader.read(file).bytes());
        assertThat(new String(requireNonNull(parts.get(RELATIONS)), UTF_8)).doesNotContain("casey", "attachedTemplate");
    }

    @Test
    void theGuardSeesWhatStandsInHeadersPropertiesAndComments() throws Exception {
        String marked = "TOP " + "SECRET//" + "SI//NOFORN";
        assertThat(found(Files.docx(marked, "Java", "", "", ""))).contains(MarkingKind.BANNER_MARKING);
        assertThat(found(Files.docx("", "Java", marked, "", ""))).contains(MarkingKind.BANNER_MARKING);
        assertThat(found(Files.docx("", "Java", "", marked, ""))).contains(MarkingKind.BANNER_MARKING);
        assertThat(found(Files.docx("", "Java", "", "", marked))).contains(MarkingKind.BANNER_MARKING);
        assertThat(found(Files.pdf(document -> document.getDocumentInformation().setTitle(marked), "Java")))
                .contains(MarkingKind.BANNER_MARKING);
        assertThat(found(Files.pdf("Java", marked))).contains(MarkingKind.BANNER_MARKING);
        assertThat(found(Files.docx("Java"))).isEmpty();
    }

    @Test
    void theGuardSeesALevelAboveAndBelowThePages() throws Exception {
        String level = "SEC" + "RET";
        assertThat(found(Files.docx(level, "Java", "", "", level))).contains(MarkingKind.HEADER_AND_FOOTER);
        assertThat(found(Files.pdf(level, "Java", "and radar", level))).contains(MarkingKind.HEADER_AND_FOOTER);
    }

    private static java.util.Set<MarkingKind> found(byte[] file) throws ResumeRefused {
        var found = java.util.EnumSet.noneOf(MarkingKind.class);
        ResumeReader.read(file)
                .texts()
                .forEach(text -> found.addAll(new SpillGuard().inspect(text).kinds()));
        return found;
    }
}
