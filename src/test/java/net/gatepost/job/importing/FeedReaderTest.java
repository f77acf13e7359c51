package net.gatepost.job.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

    private static final String JOB = "<job><referencenumber>1</referencenumber><title>A</title></job>";

    @Test
    void aFeedOfIndeedsFormatIsRead() throws Exception {
        var rows = read(FeedReaderTest.class.getResourceAsStream("indeed.xml"));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).get(Field.TITLE)).isEqualTo("Senior Signals Engineer");
        assertThat(rows.get(0).get(Field.CLEARANCE)).isEqualTo("TS/SCI w/ Full Scope Poly");
        assertThat(rows.get(0).get(Field.APPLY_URL)).contains("source=feed&utm_medium=xml");
        assertThat(HtmlText.toMarkdown(rows.get(0).get(Field.DESCRIPTION))).isEqualTo("""
                        ### What you would do

                        Build receivers & keep them running.

                        - Design filters
                        - Test them \\* in the field""");
        assertThat(HtmlText.toMarkdown(rows.get(1).get(Field.DESCRIPTION)))
                .isEqualTo("Answer the telephone.\n\nKindly.");
    }

    @Test
    void anExportOfAnApplicantTrackingSystemIsRead() throws Exception {
        var rows = read(FeedReaderTest.class.getResourceAsStream("ats.csv"));

        assertThat(rows).hasSize(5);
        assertThat(rows.get(0).get(Field.REFERENCE)).isEqualTo("R;1");
        assertThat(rows.get(0).get(Field.TITLE)).isEqualTo("Analyst, \"All Source\"");
        assertThat(rows.get(0).get(Field.DESCRIPTION)).isEqualTo("First line\r\nSecond line with; semicolon");
        assertThat(rows.get(2).broken()).isEqualTo("import.row.columns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE source [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><source>" + JOB
                        + "</source>",
                "<!DOCTYPE source SYSTEM \"file:///etc/passwd\"><source>" + JOB + "</source>",
                "<!DOCTYPE s [<!ENTITY x SYSTEM \"http://127.0.0.1/x\">]><s><job><title>&x;</title></job></s>",
                "<source><job><title>&undeclared;</title></job></source>",
                "<source>" + JOB,
                "<source>" + JOB + "<job><title>open</job></source>",
                "<source></source>",
                "<html><body>Sign in</body></html>",
                "reference,title\n1,\"left open",
                "name,words\n1,2",
                "reference,title\n",
                "",
                "%PDF-1.7 what is this"
            })
    void whatIsNoFeedIsRefusedAsAWhole(String content) {
        assertThat(reasonOf(content.getBytes(StandardCharsets.UTF_8))).startsWith("import.unreadable.");
    }

    @Test
    void encodingsAreReadAsTheySayTheyAreOrRefused() throws Exception {
        String xml = "<?xml version=\"1.0\" encoding=\"%s\"?><source><job><referencenumber>1</referencenumber>"
                + "<title>Ingénieur</title></job></source>";
        for (String name : List.of("UTF-8", "ISO-8859-1", "UTF-16")) {
            var rows = read(new ByteArrayInputStream(xml.formatted(name).getBytes(Charset.forName(name))));
            assertThat(rows.get(0).get(Field.TITLE)).as(name).isEqualTo("Ingénieur");
        }
        assertThat(reasonOf(xml.formatted("UTF-8").getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("import.unreadable.xml");
        assertThat(reasonOf("reference,title\n1,Ingénieur\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("import.unreadable.encoding");
    }

    @Test
    void aSmallFileThatUnpacksToAGreatDealOfNothingIsRefused() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("<source><job><title>".getBytes(StandardCharsets.UTF_8));
            byte[] nothing = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int megabyte = 0; megabyte < 1025; megabyte++) {
                gzip.write(nothing);
            }
        }
        assertThat(reasonOf(packed.toByteArray())).isEqualTo("import.unreadable.large");
        assertThat(reasonOf(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3})).startsWith("import.unreadable.");
    }

    @Test
    void manyTagsLeftOpenAreTextAndReadAtOnce() {
        String open = "<a ".repeat(20_000).strip();
        assertThat(HtmlText.toMarkdown(open)).isEqualTo(open);
    }

    @Test
    void whatIsTooLongBreaksItsRowAndNoOther() throws Exception {
        var rows = read(new ByteArrayInputStream(("<source><job><referencenumber>1</referencenumber><title>"
                        + "x".repeat(500_000) + "</title></job>" + JOB + "</source>")
                .getBytes(StandardCharsets.UTF_8)));
        assertThat(rows.get(0).broken()).isEqualTo("import.row.long");
        assertThat(rows.get(1).broken()).isEmpty();
    }

    private static List<FeedRow> read(InputStream content) throws FeedUnreadable, IOException {
        var rows = new ArrayList<FeedRow>();
        FeedReader.read(content, rows::add);
        return rows;
    }

    private static String reasonOf(byte[] content) {
        try {
            read(new ByteArrayInputStream(content));
        } catch (FeedUnreadable unreadable) {
            return unreadable.messageKey();
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
        return "read";
    }
}
