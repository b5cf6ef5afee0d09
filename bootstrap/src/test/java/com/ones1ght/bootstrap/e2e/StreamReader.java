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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A client that reads a stream, as the standard of server-sent events says. */
final class StreamReader implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * @param id as it came
     * @param type its name
     * @param data the JSON text, as it came
     */
    record Event(String id, String type, String data) {

        JsonNode json() {
            return Json.read(data);
        }
    }

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private final InputStream body;
    private volatile boolean ended;

    private StreamReader(InputStream body) {
        this.body = body;
        Thread thread = new Thread(this::read, "stream reader");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Connects, and waits until the server has said that the stream stands.
     *
     * @param lastEventId null for none
     */
    static StreamReader connect(String url, String key, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<InputStream> response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            StreamReader reader = new StreamReader(response.body());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> reader.comments.get() != 0);
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
            String id = "";
            String type = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(id, type, data));
                    data = "";
                }
            }
        } catch (IOException closed) {
            comments.set(-1);
        } finally {
            ended = true;
        }
    }

    /** Whether the server has ended the stream. */
    boolean hasEnded() {
        return ended;
    }

    /** How many comments have come; the first stands at the beginning. */
    int comments() {
        return comments.get();
    }

    /** All events so far, once there are as many as {@code count}. */
    List<Event> await(int count) {
        Awaitility.await("events of the stream").atMost(Duration.ofSeconds(30)).until(() -> events.size() >= count);
        return List.copyOf(events);
    }

    /** All events, once the server has ended the stream. */
    List<Event> awaitEnd() {
        Awaitility.await("end of the stream").atMost(Duration.ofSeconds(60)).until(() -> ended);
        return List.copyOf(events);
    }

    List<Event> events() {
        return List.copyOf(events);
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
