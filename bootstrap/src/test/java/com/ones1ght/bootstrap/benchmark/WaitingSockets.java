package com.ones1ght.bootstrap.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Clients that have each sent one request and wait for the answer, as many as are wanted on one thread. */
final class WaitingSockets implements AutoCloseable {

    private final URI server;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final List<SocketChannel> channels = new ArrayList<>();
    private final List<Integer> answered = new ArrayList<>();

    WaitingSockets(URI server) throws IOException {
        this.server = server;
    }

    /** Connects, and sends the request of the next client. */
    void open(byte[] request) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.write(ByteBuffer.wrap(request));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, channels.size());
        channels.add(channel);
    }

    /** The number of clients that have heard something. */
    int answered() throws IOException {
        read(0);
        return answered.size();
    }

    /** Reads until the answer to this client begins. */
    void await(int client, long patienceSeconds) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds);
        while (!answered.contains(client)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("A wait does not end");
            }
            read(100);
        }
    }

    private void read(long millis) throws IOException {
        if (millis == 0) {
            selector.selectNow();
        } else {
            selector.select(millis);
        }
        for (SelectionKey key : selector.selectedKeys()) {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                throw new IOException("The server closed a connection that waits");
            }
            answered.add((Integer) key.attachment());
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
