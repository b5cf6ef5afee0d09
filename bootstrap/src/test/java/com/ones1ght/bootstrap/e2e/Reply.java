package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An answer of the server.
 *
 * @param request what was asked, for messages
 * @param status the HTTP status
 * @param headers the HTTP headers
 * @param body the bytes, perhaps none
 */
record Reply(String request, int status, HttpHeaders headers, byte[] body) {

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return Json.read(text());
    }

    /** The content of a success envelope. */
    JsonNode data() {
        JsonNode envelope = json();
        assertThat(envelope.path("success").asBoolean()).as(toString()).isTrue();
        return envelope.get("data");
    }

    /** The code of a failure envelope. */
    String code() {
        return json().path("code").asText();
    }

    /** A failure envelope without what differs from request to request. */
    JsonNode withoutRequestId() {
        return ((ObjectNode) json()).without("request_id");
    }

    /** A header, if it is there. */
    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    Reply expect(int expected) {
        assertThat(status).as(toString()).isEqualTo(expected);
        return this;
    }

    Reply expect(int expected, String code) {
        expect(expected);
        assertThat(code()).as(toString()).isEqualTo(code);
        return this;
    }

    @Override
    public String toString() {
        String text = text();
        return request + " → " + status + " " + (text.length() > 600 ? text.substring(0, 600) + "…" : text);
    }
}
