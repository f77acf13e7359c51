package net.gatepost.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SignedLinksTest {

    private static final UUID ID = UUID.fromString("0193c8a2-7b1e-7c00-8000-123456789abc");

    @TempDir
    Path data;

    @Test
    void aTokenIsReadForItsPurposeAlone() {
        var links = new SignedLinks(new LinkKey("", data));
        String token = links.tokenFor("leave", ID);
        assertThat(links.read("leave", token)).contains(ID);
        assertThat(links.read("preferences", token)).isEmpty();
        assertThat(token).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void everyChangedCharacterBreaksIt() {
        var links = new SignedLinks(new LinkKey("", data));
        String token = links.tokenFor("leave", ID);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(links.read("leave", token.substring(0, i) + other + token.substring(i + 1)))
                    .as("position " + i)
                    .isEmpty();
        }
        assertThat(links.read("leave", "")).isEmpty();
        assertThat(links.read("leave", "=".repeat(token.length()))).isEmpty();
    }

    @Test
    void theKeyOutlivesARestartAndBelongsToOneFolder(@TempDir Path otherData) {
        String token = new SignedLinks(new LinkKey("", data)).tokenFor("leave", ID);
        assertThat(new SignedLinks(new LinkKey("", data)).read("leave", token)).contains(ID);
        assertThat(new SignedLinks(new LinkKey("", otherData)).read("leave", token))
                .isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerReadsTheKey() throws Exception {
        new LinkKey("", data);
        Path file = data.resolve("keys/links.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aConfiguredKeyIsUsedAndNoFileIsMade() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        String token = new SignedLinks(new LinkKey(key, data)).tokenFor("leave", ID);
        assertThat(new SignedLinks(new LinkKey(key, data.resolve("elsewhere"))).read("leave", token))
                .contains(ID);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aKeyThatIsTooShortDamagedOrNotBase64StopsTheStart() throws Exception {
        assertThatThrownBy(() -> new LinkKey("c2hvcnQ=", data)).hasMessageContaining("at least 32 bytes");
        assertThatThrownBy(() -> new LinkKey("§§", data)).hasMessageContaining("Base64");
        new LinkKey("", data);
        Files.write(data.resolve("keys/links.key"), new byte[5]);
        assertThatThrownBy(() -> new LinkKey("", data)).hasMessageContaining("damaged");
    }
}
