package com.ones1ght.adapters.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OpenApiBasePathTest {

    private final OpenApiDocument document = new OpenApiDocument();

    @Test
    void serverShouldBeTheBasePathThatTheClientSees() throws IOException {
        assertThat(server("")).isEqualTo("/");
        assertThat(server("/shop/gw")).isEqualTo("/shop/gw");
        assertThat(server("")).isEqualTo("/");
    }

    @Test
    void documentsOfDifferentBasePathsShouldHaveDifferentTags() {
        assertThat(document.yaml("/shop").etag()).isNotEqualTo(document.yaml("").etag());
        assertThat(document.yaml("").etag())
                .isEqualTo(new OpenApiDocument().yaml("").etag());
        assertThat(new String(document.yaml("/shop").body(), StandardCharsets.UTF_8))
                .contains("servers: [{url: \"/shop\", description");
    }

    private String server(String basePath) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(document.json(basePath).body())
                .at("/servers/0/url")
                .textValue();
    }
}
