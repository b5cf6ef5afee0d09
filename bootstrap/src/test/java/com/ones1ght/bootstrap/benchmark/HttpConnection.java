package com.ones1ght.bootstrap.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection that knows as much of the protocol as this server speaks, and connects again when
 * the server says that it closes. It exists because the load comes from the cores that the server runs on: what the
 * client burns, the server lacks.
 */
final class HttpConnection implements Closeable {

    /** Servers drop idle connections without a word: ours after a minute, Node after five seconds. */
    private static final long MAX_IDLE_NANOS = 4_000_000_000L;

    private final URI server;
    private final byte[] buffer = new byte[64 * 1024];
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean closing;
    private @Nullable String etag;
    private long lastUse = System.nanoTime();
    private int at;
    private int filled;

    HttpConnection(URI server) throws IOException {
        this.server = server;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        closing = false;
        at = 0;
        filled = 0;
    }

    /**
     * An answer.
     *
     * @param etag null without this header
     */
    record Reply(int status, byte[] body, @Nullable String etag) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Sends the request and reads the answer to its end; answers the status. */
    int exchange(byte[] request) throws IOException {
        send(request);
        return read(null);
    }

    /** The same, and keeps the body. */
    Reply call(byte[] request) throws IOException {
        send(request);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int status = read(body);
        return new Reply(status, body.toByteArray(), etag);
    }

    private void send(byte[] request) throws IOException {
        long now = System.nanoTime();
        if (closing || now - lastUse > MAX_IDLE_NANOS) {
            socket.close();
            connect();
        }
        lastUse = now;
        out.write(request);
    }

    private int read(ByteArrayOutputStream body) throws IOException {
        String statusLine = line();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        long length = 0;
        boolean chunked = false;
        etag = null;
        for (String header = line(); !header.isEmpty(); header = line()) {
            char first = header.charAt(0);
            if (body != null && header.regionMatches(true, 0, "ETag:", 0, 5)) {
                etag = header.substring(5).strip();
            } else if (first == 'C' || first == 'c' || first == 'T' || first == 't') {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(lower.substring(15).strip());
                } else if (lower.startsWith("transfer-encoding:")) {
                    chunked = true;
                } else if (lower.equals("connection: close")) {
                    closing = true;
                }
            }
        }
        if (chunked) {
            for (int size = chunkSize(); size > 0; size = chunkSize()) {
                take(size, body);
                line();
            }
            line();
        } else {
            take(length, body);
        }
        return status;
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private void take(long length, ByteArrayOutputStream body) throws IOException {
        long left = length;
        while (left > 0) {
            if (at == filled) {
                fill();
            }
            int part = (int) Math.min(left, filled - at);
            if (body != null) {
                body.write(buffer, at, part);
            }
            at += part;
            left -= part;
        }
    }

    private String line() throws IOException {
        StringBuilder carried = null;
        while (true) {
            for (int i = at; i < filled; i++) {
                if (buffer[i] == '\n') {
                    String text = new String(buffer, at, i - at, StandardCharsets.ISO_8859_1);
                    at = i + 1;
                    String whole = carried == null ? text : carried.append(text).toString();
                    return whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole;
                }
            }
            carried = carried == null ? new StringBuilder() : carried;
            carried.append(new String(buffer, at, filled - at, StandardCharsets.ISO_8859_1));
            at = filled;
            fill();
        }
    }

    private void fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        if (filled == 0) {
            throw new EOFException("The server closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
