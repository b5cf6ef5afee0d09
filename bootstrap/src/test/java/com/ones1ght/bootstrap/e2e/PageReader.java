package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The page of a signage, as far as it listens: keeps the last state that it was told. */
final class PageReader implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final AtomicReference<JsonNode> state = new AtomicReference<>();
    private final InputStream body;

    private PageReader(InputStream body) {
        this.body = body;
        Thread thread = new Thread(this::read, "page reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** Connects to the signage at the entrance, and waits for the first state. */
    static PageReader connect(String baseUrl, String store) {
        return connect(baseUrl, 1, store);
    }

    /** Connects, and waits for the first state. */
    static PageReader connect(String baseUrl, int signageNo, String store) {
        try {
            HttpResponse<InputStream> response = HTTP.send(
                    HttpRequest.newBuilder(URI.create(baseUrl + "/signage/" + signageNo + "/stream?store=" + store))
                            .header("Accept", "text/event-stream")
                            .build(),
                    BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            PageReader reader = new PageReader(response.body());
            reader.await(first -> true);
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data: ")) {
                    state.set(Json.read(line.substring(6)));
                }
            }
        } catch (IOException closed) {
            state.set(null);
        }
    }

    /** The first state from now on that is as it should be. */
    JsonNode await(Predicate<JsonNode> expected) {
        return Awaitility.await("the page's state")
                .atMost(Duration.ofSeconds(20))
                .until(state::get, now -> now != null && expected.test(now));
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
