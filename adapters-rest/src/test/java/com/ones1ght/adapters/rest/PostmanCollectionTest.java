package com.ones1ght.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The collection for Postman, Bruno and the like. */
class PostmanCollectionTest {

    private static final Path FILE =
            Path.of(System.getProperty("basedir", "."), "..", "docs", "ones1ght.postman_collection.json");

    @Test
    void collectionShouldNameOnlyCallsThatExist() throws IOException {
        Set<String> described = PublishedDocument.read().operations().keySet();
        List<JsonNode> requests = new ObjectMapper().readTree(FILE.toFile()).findValues("request");

        Set<String> named = new TreeSet<>();
        for (JsonNode request : requests) {
            String path =
                    request.at("/url/raw").asText().replace("{{base_url}}", "").replaceFirst("\\?.*", "");
            assertThat(path).isEqualTo(path(request.at("/url/path")));
            named.add(request.get("method").asText().toLowerCase(Locale.ROOT) + " "
                    + path.replaceAll("\\{(\\{\\w+})}", "$1"));
        }
        assertThat(named.remove("get /docs/openapi.json")).isTrue();
        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(described);
    }

    private static String path(JsonNode segments) {
        StringBuilder path = new StringBuilder();
        segments.forEach(segment -> path.append('/').append(segment.asText()));
        return path.toString();
    }
}
