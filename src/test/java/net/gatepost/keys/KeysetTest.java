package net.gatepost.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetTest {

    private static final byte[] CONTEXT = "a test".getBytes(UTF_8);
    private static final byte[] PLAIN = "+1 256 555 0142".getBytes(UTF_8);

    @TempDir
    Path data;

    private Keyset kept() {
        return Keyset.of("tests", "", data);
    }

    @Test
    void whatAKeysetEncryptsOpensAfterARestartAndInItsContextOnly() {
        byte[] encrypted = kept().encrypt(PLAIN, CONTEXT);

        assertThat(new String(encrypted, UTF_8)).doesNotContain("555");
        assertThat(kept().decrypt(encrypted, CONTEXT)).isEqualTo(PLAIN);
        assertThatThrownBy(() -> kept().decrypt(encrypted, "another".getBytes(UTF_8)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewKeyEncryptsWhileTheOldOneStillOpens() {
        var keyset = kept();
        byte[] before = keyset.encrypt(PLAIN, CONTEXT);
        assertThat(keyset.isOutdated(before)).isFalse();

        keyset.addKey();

        assertThat(keyset.isOutdated(before)).isTrue();
        assertThat(keyset.decrypt(before, CONTEXT)).isEqualTo(PLAIN);
        byte[] anew = keyset.encryptAnew(before, CONTEXT);
        assertThat(keyset.isOutdated(anew)).isFalse();
        assertThat(kept().decrypt(anew, CONTEXT)).isEqualTo(PLAIN);
    }

    @Test
    void aChangeThatWasInterruptedGoesOnWithTheKeyItHadMade() {
        kept().addKey();
        byte[] half = kept().encrypt(PLAIN, CONTEXT);

        var again = kept();
        again.addKey();

        assertThat(again.isOutdated(half)).isFalse();
    }

    @Test
    void aForgottenKeyOpensNothing() {
        var keyset = kept();
        byte[] before = keyset.encrypt(PLAIN, CONTEXT);
        keyset.addKey();
        byte[] anew = keyset.encryptAnew(before, CONTEXT);

        keyset.forgetOldKeys();

        assertThat(kept().decrypt(anew, CONTEXT)).isEqualTo(PLAIN);
        assertThatThrownBy(() -> kept().decrypt(before, CONTEXT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFileIsItsOwnersAloneAlsoAfterAChange() throws IOException {
        var keyset = kept();
        keyset.addKey();

        try (var files = Files.list(data.resolve("keys"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aConfiguredKeysetIsChangedWhereItIsConfigured() throws IOException {
        byte[] encrypted = kept().encrypt(PLAIN, CONTEXT);
        String json = Files.readString(data.resolve("keys/tests.json"));

        var configured = Keyset.of("tests", json, data.resolve("elsewhere"));

        assertThat(configured.decrypt(encrypted, CONTEXT)).isEqualTo(PLAIN);
        assertThatThrownBy(configured::addKey).hasMessageContaining("gatepost.keys.tests");
        assertThat(data.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void whatIsNoKeysetIsRefusedWithoutBeingRepeated() throws IOException {
        assertThatThrownBy(() -> Keyset.of("tests", "{\"key\": \"hush\"}", data))
                .hasMessageContaining("gatepost.keys.tests must be a Tink keyset")
                .hasMessageNotContaining("hush");
        Files.createDirectories(data.resolve("keys"));
        Files.writeString(data.resolve("keys/tests.json"), "hush");
        assertThatThrownBy(this::kept).hasMessageContaining("is damaged").hasMessageNotContaining("hush");
    }
}
