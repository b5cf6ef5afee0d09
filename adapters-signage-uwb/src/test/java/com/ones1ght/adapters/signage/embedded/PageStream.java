package com.ones1ght.adapters.signage.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page's connection, read line by line off a socket. */
final class PageStream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Socket socket;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile boolean ended;

    /** Connects and reads in the background. */
    PageStream(URI address) throws IOException {
        socket = connect(address, 0);
        reader = new Thread(this::read, "page-stream");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Asks for the address; the answer is there to be read.
     *
     * @param receiveBuffer in bytes; 0 leaves it to the system
     */
    static Socket connect(URI address, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        socket.getOutputStream()
                .write(("GET " + address.getRawPath() + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // The test has closed it.
        } finally {
            ended = true;
        }
    }

    boolean hasEnded() {
        return ended;
    }

    long heartbeats() {
        return lines.stream().filter(line -> line.startsWith(":")).count();
    }

    /** All states so far. */
    List<JsonNode> states() {
        return lines.stream()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()))
                .map(PageStream::json)
                .toList();
    }

    /** The newest state; a missing node before the first. */
    JsonNode state() {
        List<JsonNode> states = states();
        return states.isEmpty() ? JSON.missingNode() : states.get(states.size() - 1);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
