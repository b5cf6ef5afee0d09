package com.ones1ght.adapters.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the API in {@code META-INF/openapi.yaml}, which is written by hand, and the same as JSON. */
@ApplicationScoped
public class OpenApiDocument {

    private static final String RESOURCE = "/META-INF/openapi.yaml";

    private @Nullable Format yaml;
    private @Nullable Format json;

    /** As it was written. */
    synchronized Format yaml() {
        if (yaml == null) {
            yaml = new Format("application/yaml", read());
        }
        return yaml;
    }

    /** Converted when it is first asked for, because most nodes are never asked. */
    synchronized Format json() {
        if (json == null) {
            Object document = new Load(LoadSettings.builder().build())
                    .loadFromString(new String(yaml().body(), StandardCharsets.UTF_8));
            try {
                json = new Format(
                        "application/json", JsonMapper.builder().build().writeValueAsBytes(document));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
        return json;
    }

    private static byte[] read() {
        try (InputStream document = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
            return Objects.requireNonNull(document, RESOURCE).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document in one of its formats. */
    static final class Format {

        private final String mediaType;
        private final byte[] body;
        private final String etag;

        private Format(String mediaType, byte[] body) {
            this.mediaType = mediaType;
            this.body = body;
            this.etag = '"' + digest(body) + '"';
        }

        private static String digest(byte[] body) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(body))
                        .substring(0, 32);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has SHA-256", e);
            }
        }

        String mediaType() {
            return mediaType;
        }

        /** Not to be changed. */
        byte[] body() {
            return body;
        }

        /** A strong validator, with its quotes. */
        String etag() {
            return etag;
        }
    }
}
