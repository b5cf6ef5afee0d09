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
    private static final String AT_THE_ROOT = "servers: [{url: /,";

    /** For the base path that was asked for last: all clients usually see the same one. */
    private @Nullable Format yaml;

    private @Nullable Format json;

    /**
     * As it was written, but for the address of the server.
     *
     * @param basePath the path below which the client sees the gateway; empty at the root
     */
    synchronized Format yaml(String basePath) {
        if (yaml == null || !yaml.basePath.equals(basePath)) {
            yaml = new Format("application/yaml", basePath, servedAt(basePath));
        }
        return yaml;
    }

    /** Converted when it is asked for, because most nodes are never asked. */
    synchronized Format json(String basePath) {
        if (json == null || !json.basePath.equals(basePath)) {
            Object document = new Load(LoadSettings.builder().build())
                    .loadFromString(new String(yaml(basePath).body(), StandardCharsets.UTF_8));
            try {
                json = new Format(
                        "application/json",
                        basePath,
                        JsonMapper.builder().build().writeValueAsBytes(document));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
        return json;
    }

    private static byte[] servedAt(String basePath) {
        byte[] written = read();
        if (basePath.isEmpty()) {
            return written;
        }
        String text = new String(written, StandardCharsets.UTF_8);
        if (!text.contains(AT_THE_ROOT)) {
            throw new IllegalStateException("The document does not name its server as " + AT_THE_ROOT);
        }
        return text.replace(AT_THE_ROOT, "servers: [{url: \"" + basePath + "\",")
                .getBytes(StandardCharsets.UTF_8);
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
        private final String basePath;
        private final byte[] body;
        private final String etag;

        private Format(String mediaType, String basePath, byte[] body) {
            this.mediaType = mediaType;
            this.basePath = basePath;
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
