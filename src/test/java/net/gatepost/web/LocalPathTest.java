package net.gatepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/me", "/jobs?q=radar&page=2", "/jobs/0199/engineer"})
    void aPathOfThisSiteMayBeRedirectedTo(String path) {
        assertThat(LocalPath.orElse(path, "other")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "me",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/a\r\nSet-Cookie: x=y",
                "/a b",
                "/\t/evil.example"
            })
    void anythingElseMayNot(String path) {
        assertThat(LocalPath.orElse(path, "other")).isEqualTo("other");
    }
}
