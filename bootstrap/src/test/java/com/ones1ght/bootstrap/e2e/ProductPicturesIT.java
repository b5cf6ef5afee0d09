package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures that the products of an answer name. */
@ExtendWith(SharedServer.class)
class ProductPicturesIT {

    private Api api;

    @BeforeEach
    void connect(PackagedServer server) {
        api = Api.demo(server);
    }

    @Test
    void everyPictureOfARoundShouldBeADrawingThatBrowsersKeep() {
        String profile = api.newProfile("{\"locale\":\"en\"}");
        Kickoff kickoff = api.kickOff(profile, "I feel like a curry tonight");
        JsonNode round = Api.last(api.awaitCompleted(profile, kickoff.chat()));

        assertThat(round.findValuesAsText("src_url")).hasSizeGreaterThan(5).allSatisfy(url -> {
            Reply picture = api.get(url).expect(200);
            assertThat(picture.header("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
            assertThat(picture.header("Cache-Control")).hasValue("public, max-age=86400");
            assertThat(picture.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(picture.header("ETag")).isPresent();
            assertThat(picture.text()).startsWith("<svg ");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/store/products/nothing.svg",
                "/store/products/",
                "/store/products/carrot.SVG",
                "/store/products/carrot",
                "/store/products/..%2f..%2fWEB-INF%2fweb.xml"
            })
    void otherPicturesShouldNotBeFoundNorKept(String path) {
        Reply reply = api.get(path);

        assertThat(reply.status()).isBetween(400, 404);
        assertThat(reply.header("Cache-Control").orElse("")).doesNotContain("max-age=86400");
    }
}
