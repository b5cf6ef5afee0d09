package com.ones1ght.bootstrap.e2e;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Speaks HTTP by the byte: what a proper client would refuse to send. */
final class RawHttp {

    private static final int TIMEOUT_MILLIS = 30_000;

    private RawHttp() {}

    /** Sends these bytes on a connection of their own, and reads one answer. */
    static Reply exchange(String baseUrl, String request) {
        try (Socket socket = open(baseUrl, request)) {
            return read(request, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(request, e);
        }
    }

    /** Sends these bytes on a connection that stays open. */
    static Socket open(String baseUrl, String start) throws IOException {
        Socket socket = new Socket("localhost", URI.create(baseUrl).getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        write(socket, start);
        return socket;
    }

    static void write(Socket socket, String more) throws IOException {
        socket.getOutputStream().write(more.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Sends a request line and headers, which are completed by Host and Connection, and a body. */
    static Reply send(Api api, String requestLine, List<String> headers, byte[] body) {
        List<String> lines = new ArrayList<>();
        lines.add(requestLine);
        lines.add("Host: localhost");
        lines.add("Connection: close");
        lines.add("Authorization: Bearer " + api.key());
        lines.addAll(headers);
        byte[] head = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        URI server = URI.create(api.baseUrl());
        try (Socket socket = new Socket("localhost", server.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            // The server may answer and close before it has read everything.
            try {
                socket.getOutputStream().write(head);
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                return read(requestLine, socket);
            }
            return read(requestLine, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(requestLine, e);
        }
    }

    /** A body in the chunked transfer coding, in pieces of 1,000 bytes. */
    static byte[] chunked(byte[] body) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        for (int from = 0; from < body.length; from += 1000) {
            int length = Math.min(1000, body.length - from);
            coded.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            coded.write(body, from, length);
            coded.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        coded.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return coded.toByteArray();
    }

    /**
     * Reads one answer.
     *
     * @param request how the request began; for messages, and because answers to HEAD have no body
     */
    static Reply read(String request, Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String statusLine = line(in);
        if (statusLine.isEmpty()) {
            throw new EOFException("No answer to " + request);
        }
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(":", 2);
            headers.computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(parts[1].strip());
        }
        HttpHeaders all = HttpHeaders.of(headers, (name, value) -> true);
        return new Reply(request, status, all, body(request, status, in, all));
    }

    private static byte[] body(String request, int status, DataInputStream in, HttpHeaders headers) throws IOException {
        if (status < 200) {
            return new byte[0];
        }
        if (request.startsWith("HEAD ") || status == 204 || status == 304) {
            return in.readAllBytes();
        }
        if (headers.firstValue("transfer-encoding").orElse("").equals("chunked")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = size(in); size > 0; size = size(in)) {
                body.writeBytes(in.readNBytes(size));
                line(in);
            }
            line(in);
            return body.toByteArray();
        }
        return headers.firstValueAsLong("content-length").isPresent()
                ? in.readNBytes((int) headers.firstValueAsLong("content-length").getAsLong())
                : in.readAllBytes();
    }

    private static int size(DataInputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }
}
