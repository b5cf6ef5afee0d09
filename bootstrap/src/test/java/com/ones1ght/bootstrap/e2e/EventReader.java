package com.ones1ght.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An admin who reads a tenant's stream of events. */
final class EventReader implements AutoCloseable {

    /**
     * @param id its number
     * @param type its name
     * @param data the JSON text, as it came
     */
    record Read(long id, String type, String data) {

        private static Read of(StreamReader.Event event) {
            return new Read(Long.parseLong(event.id()), event.type(), event.data());
        }

        JsonNode json() {
            return Json.read(data);
        }
    }

    private final StreamReader stream;

    private EventReader(StreamReader stream) {
        this.stream = stream;
    }

    /** Connects, and waits until the server has said that the stream stands. */
    static EventReader connect(String baseUrl, String adminKey, Long lastEventId) {
        return new EventReader(StreamReader.connect(
                baseUrl + "/v1/admin/stream", adminKey, lastEventId == null ? null : lastEventId.toString()));
    }

    /** Whether the server has ended the stream. */
    boolean hasEnded() {
        return stream.hasEnded();
    }

    /** How many comments have come; the first stands at the beginning. */
    int comments() {
        return stream.comments();
    }

    /** All events so far, once there are as many as {@code count}. */
    List<Read> await(int count) {
        return stream.await(count).stream().map(Read::of).toList();
    }

    List<Read> events() {
        return stream.events().stream().map(Read::of).toList();
    }

    @Override
    public void close() {
        stream.close();
    }
}
