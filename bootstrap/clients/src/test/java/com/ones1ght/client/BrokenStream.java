package com.ones1ght.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A stream of a round's events that breaks in the middle of the second one. The next connection gets the rest, if it says
 * what the client has received.
 */
final class BrokenStream implements AutoCloseable {

    private final HttpServer server;
    private final String round;
    private final Queue<String> resumedAfter = new ConcurrentLinkedQueue<>();

    /** @param round the JSON of the round that the events carry */
    BrokenStream(String round) throws IOException {
        this.round = round;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What connections have sent as {@code Last-Event-ID}; those without it are left out. */
    Queue<String> resumedAfter() {
        return resumedAfter;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        String events;
        if (last == null) {
            events = ": a heartbeat\n\n" + event("1.0", "step") + "id: 1.1\nevent: st";
        } else {
            resumedAfter.add(last);
            events = event("1.1", "step") + event("1.end", "completed");
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(events.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private String event(String id, String type) {
        return "id: " + id + "\nevent: " + type + "\ndata: " + round + "\n\n";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
