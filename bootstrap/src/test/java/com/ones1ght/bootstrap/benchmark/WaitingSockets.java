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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Clients that wait for a change by long polls, as many as are wanted on one thread: whoever is told that there is none
 * asks again at once.
 */
final class WaitingSockets implements AutoCloseable {

    /** Where the status begins in an answer, behind {@code HTTP/1.1}. */
    private static final int STATUS = 9;

    private static final int NOT_MODIFIED = 304;
    private static final int READ_EVERY = 50;

    /** @param request the poll, which is sent again after each 304 */
    private record Client(int number, byte[] request) {}

    private final URI server;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final List<SocketChannel> channels = new ArrayList<>();
    private final Set<Integer> told = new HashSet<>();

    WaitingSockets(URI server) throws IOException {
        this.server = server;
    }

    /** Connects the next client, and sends its poll. */
    void open(byte[] request) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.write(ByteBuffer.wrap(request));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Client(channels.size(), request));
        channels.add(channel);
        if (channels.size() % READ_EVERY == 0) {
            // The server drops connections that are idle after an answer.
            read(1);
        }
    }

    /** Reads until the client, by its number from 0, is told of a change. */
    void await(int client, long patienceSeconds) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds);
        while (!told.contains(client)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("A wait does not end");
            }
            read(100);
        }
    }

    /** Reads what there is within this time. */
    void read(long millis) throws IOException {
        selector.select(millis);
        for (SelectionKey key : selector.selectedKeys()) {
            read((SocketChannel) key.channel(), (Client) key.attachment());
        }
        selector.selectedKeys().clear();
    }

    private void read(SocketChannel channel, Client client) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new IOException("The server closed a connection that waits");
        }
        buffer.flip();
        if (buffer.remaining() > STATUS + 3 && !told.contains(client.number())) {
            byte[] status = new byte[3];
            buffer.get(STATUS, status);
            if (Integer.parseInt(new String(status, StandardCharsets.US_ASCII)) == NOT_MODIFIED) {
                channel.write(ByteBuffer.wrap(client.request()));
            } else {
                told.add(client.number());
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
