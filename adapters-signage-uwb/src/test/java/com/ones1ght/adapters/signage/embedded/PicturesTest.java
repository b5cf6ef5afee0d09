package com.ones1ght.adapters.signage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    private final Pictures pictures = new Pictures(" https://images.example , http://cdn.example:8080");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/store/events/curry.svg",
                "/a",
                "/a%20b.png?w=1",
                "https://images.example/a.png",
                "HTTPS://Images.Example/a.png",
                "http://cdn.example:8080/x?y=z"
            })
    void ownPathsAndNamedOriginsShouldBeUsable(String address) {
        assertThat(pictures.usable(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.png",
                "//images.example/a.png",
                "/\\images.example/a.png",
                "/a\"b",
                "/a b",
                "/é",
                "https://elsewhere.example/a.png",
                "https://images.example.elsewhere.example/a.png",
                "https://images.example@elsewhere.example/a.png",
                "http://images.example/a.png",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "https:/images.example",
                "/store/no_image.png"
            })
    void otherUrlsShouldBeOmitted(String address) {
        assertThat(pictures.usable(address)).isNull();
    }

    @Test
    void missingAndOverlongUrlsShouldBeOmitted() {
        assertThat(pictures.usable(null)).isNull();
        assertThat(pictures.usable("/" + "a".repeat(2_000))).isNull();
    }

    @Test
    void policyShouldNameTheOrigins() {
        assertThat(pictures.policy()).isEqualTo("'self' https://images.example http://cdn.example:8080");
        assertThat(new Pictures("").policy()).isEqualTo("'self'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"images.example", "https://a.example/path", "https://*", "https://a; script-src *"})
    void invalidOriginShouldStopTheStart(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pictures(origin))
                .withMessageContaining("ones1ght.signage.image-origins");
    }
}
