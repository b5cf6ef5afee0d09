package com.ones1ght.bootstrap.launcher.http;

import java.io.ByteArrayOutputStream;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.HttpRequestPacket;

/** An incomplete body. Its bytes are copied, because small pieces would retain large network buffers. */
final class PendingBody {

    private final HttpRequestPacket request;
    private final Deadline deadline;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    PendingBody(HttpRequestPacket request, Deadline deadline) {
        this.request = request;
        this.deadline = deadline;
    }

    HttpRequestPacket request() {
        return request;
    }

    Deadline deadline() {
        return deadline;
    }

    void add(Buffer piece) {
        byte[] copy = new byte[piece.remaining()];
        piece.get(copy);
        bytes.writeBytes(copy);
    }

    int size() {
        return bytes.size();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
