package com.ones1ght.adapters.rest.stream;

import com.ones1ght.adapters.rest.shared.JsonPieces;
import java.nio.charset.StandardCharsets;

/** Writes events in the format of server-sent events (HTML, 9.2.6). */
public final class EventFrame {

    /** Says nothing; shows that the connection is open. */
    static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private EventFrame() {}

    /** An event with a JSON document as its data. */
    public static byte[] of(String id, String type, JsonPieces data) {
        // Line breaks between JSON tokens of clients are equivalent to spaces.
        String line = data.text().replace('\n', ' ').replace('\r', ' ');
        return ("id: " + id + "\nevent: " + type + "\ndata: " + line + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
