package com.ones1ght.adapters.rest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

    private static final String HOST = "shop.example:8080";

    @Test
    void verdictOfTheBrowserShouldDecide() {
        assertThat(SameOrigin.isSame("same-origin", null, HOST)).isTrue();
        assertThat(SameOrigin.isSame("same-site", "http://shop.example:8080", HOST))
                .isFalse();
        assertThat(SameOrigin.isSame("cross-site", "http://shop.example:8080", HOST))
                .isFalse();
        assertThat(SameOrigin.isSame("none", null, HOST)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example:8080, true",
        "https://SHOP.example:8080, true",
        "http://shop.example, false",
        "http://shop.example:8080.evil.example, false",
        "http://evil.example:8080, false",
        "http://user@shop.example:8080, false",
        "null, false",
        "'not a url', false",
        ", false"
    })
    void originShouldDecideWhereTheBrowserGivesNoVerdict(@Nullable String origin, boolean same) {
        assertThat(SameOrigin.isSame(null, origin, HOST)).isEqualTo(same);
    }

    @Test
    void requestWithoutAHostShouldBeRefused() {
        assertThat(SameOrigin.isSame(null, "http://shop.example:8080", null)).isFalse();
    }
}
