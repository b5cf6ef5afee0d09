package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1//profile",
                "/v1/profile;a=b",
                "/v1/./profile",
                "/v1/profile/..",
                "/v1/a%2Fb",
                "/v1/a%5cb",
                "/v1/%2e%2e/x",
                "/v1/a%3Bb",
                "/v1/%zz",
                "/v1/%",
                "/v1/%4",
                "/v1/%00",
                "/v1/%0A",
                "/v1/é",
                "/v1/a b",
                "/v1/%252e"
            })
    void pathsThatServersReadInDifferentWaysAreAmbiguous(String path) {
        assertThat(RawPath.isOfApi(path)).isTrue();
        assertThat(RawPath.isAmbiguous(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/",
                "/v1/profile/0190a000-0000-7000-8000-00000000000a/",
                "/v1/chat/c_91ab/recommend",
                "/v1/profile/%E3%81%82",
                "/v1/x..y",
                "/v1/.well"
            })
    void othersAreNot(String path) {
        assertThat(RawPath.isOfApi(path)).isTrue();
        assertThat(RawPath.isAmbiguous(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v2/x", "/v10", "/signage/1", "/x/v1/y"})
    void pathsElsewhereAreNoneOfTheApi(String path) {
        assertThat(RawPath.isOfApi(path)).isFalse();
    }
}
