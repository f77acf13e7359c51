package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ZipArchiveTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ZipArchive archive =
            new ZipArchive(out, JsonMapper.builder().build(), Instant.parse("2026-11-25T04:00:00Z"));

    private ZipFile read() throws IOException {
        var file = folder.resolve("archive.zip");
        Files.write(file, out.toByteArray());
        return new ZipFile(file.toFile());
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void holdsJsonFilesAndATextAboutThem() throws IOException {
        archive.json("profile", Map.of("since", YearMonth.of(2019, 4)));
        archive.file("resume.pdf", new ByteArrayInputStream(new byte[] {1, 2, 3}));
        archive.finish(names -> String.join(" and ", names));

        try (var zip = read()) {
            assertThat(text(zip, "profile.json")).isEqualToIgnoringNewLines("{  \"since\" : \"2019-04\"}");
            assertThat(zip.getInputStream(zip.getEntry("resume.pdf"))).hasBinaryContent(new byte[] {1, 2, 3});
            assertThat(text(zip, "README.txt")).isEqualTo("profile.json and resume.pdf");
        }
    }

    @Test
    void takesAListWithoutHoldingIt() throws IOException {
        archive.json("acts", IntStream.range(0, 100_000).iterator());
        archive.finish(names -> "");

        try (var zip = read()) {
            assertThat(text(zip, "acts.json")).startsWith("[ 0, 1,").endsWith("99999 ]");
        }
    }

    @Test
    void oneThatBreaksOffIsNotTakenForWhole() {
        archive.json("account", List.of("first"));
        assertThatThrownBy(() -> archive.file("resume.pdf", new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is gone");
                    }
                }))
                .hasRootCauseMessage("the disk is gone");

        assertThatThrownBy(this::read).isInstanceOf(ZipException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../passwd", "a/b", "C:", "", "README.txt", ".hidden", "a b"})
    void aNameLeadsNowhereElse(String name) {
        assertThatThrownBy(() -> archive.file(name, InputStream.nullInputStream()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
