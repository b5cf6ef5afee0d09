package com.ones1ght.bootstrap.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Readers of a tenant's stream of events, as many as are wanted on one thread of the benchmark. */
final class EventSockets implements AutoCloseable {

    /** One reader: how many events it has seen, the id of the last one, and whether one came out of order. */
    final class Reader {
        private final boolean isRestless;
        private final StringBuilder line = new StringBuilder();
        private SocketChannel channel;
        private long count;
        private long lastId;
        private long nextBreak;
        private boolean isOutOfOrder;
        private boolean isOpen;

        Reader(boolean isRestless) {
            this.isRestless = isRestless;
        }

        private void connect() throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
            String known = count == 0 ? "" : "Last-Event-ID: " + lastId + "\r\n";
            channel.write(ByteBuffer.wrap(("GET /v1/admin/stream HTTP/1.1\r\nHost: localhost\r\n"
                            + "Accept: text/event-stream\r\n" + known + "Authorization: Bearer " + adminKey
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            line.setLength(0);
            nextBreak = count + 200 + random.nextInt(600);
        }

        private void read() throws IOException {
            buffer.clear();
            int read = channel.read(buffer);
            if (read < 0) {
                throw new IOException("A stream ended");
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                char next = (char) (buffer.get() & 0xff);
                if (next == '\n') {
                    line();
                } else if (line.length() < 40) {
                    line.append(next);
                }
            }
            if (isRestless && count >= nextBreak) {
                channel.close();
                connect();
            }
        }

        private void line() {
            if (line.indexOf(":") == 0) {
                isOpen = true;
            } else if (line.indexOf("id: ") == 0) {
                long id = Long.parseLong(line.substring(4).strip());
                isOutOfOrder |= id <= lastId;
                lastId = id;
                count++;
            }
            line.setLength(0);
        }

        long count() {
            return count;
        }

        boolean isOutOfOrder() {
            return isOutOfOrder;
        }
    }

    private final URI server;
    private final String adminKey;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final Random random = new Random(1);
    private final List<Reader> readers = new ArrayList<>();

    EventSockets(String baseUrl, String adminKey) throws IOException {
        this.server = URI.create(baseUrl);
        this.adminKey = adminKey;
    }

    /** @param isRestless whether it breaks off now and then and comes back with {@code Last-Event-ID} */
    Reader open(boolean isRestless) throws IOException {
        Reader reader = new Reader(isRestless);
        reader.connect();
        readers.add(reader);
        return reader;
    }

    /** Reads until all streams stand. */
    void awaitOpen(long patienceSeconds) throws IOException {
        readUntil(patienceSeconds, () -> readers.stream().allMatch(reader -> reader.isOpen));
    }

    /** Reads until every reader has seen so many events. */
    void await(long events, long patienceSeconds) throws IOException {
        readUntil(patienceSeconds, () -> readers.stream().allMatch(reader -> reader.count >= events));
    }

    private void readUntil(long patienceSeconds, BooleanSupplier done) throws IOException {
        long end = System.nanoTime() + patienceSeconds * 1_000_000_000L;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not all events have come");
            }
            selector.select(100);
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.isValid()) {
                    ((Reader) key.attachment()).read();
                }
            }
            selector.selectedKeys().clear();
        }
    }

    @Override
    public void close() throws IOException {
        for (Reader reader : readers) {
            reader.channel.close();
        }
        selector.close();
    }
}
